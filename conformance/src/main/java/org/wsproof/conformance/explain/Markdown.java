package org.wsproof.conformance.explain;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wsproof.conformance.model.Basis;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.words.BasisText;
import org.wsproof.conformance.words.BugReference;
import org.wsproof.conformance.words.Contracts;
import org.wsproof.conformance.words.Line;

/** A case's explanation as a section of a Markdown page. */
final class Markdown {
    /** What a Markdown reader would take for markup. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>|]");

    private final Contracts contracts = Contracts.packed();
    private final StringBuilder out = new StringBuilder();

    String of(Case subject) {
        out.setLength(0);
        Explanation told = new Explanation(subject, contracts);
        out.append("## ").append(subject.id()).append("\n\n");
        out.append("**").append(escaped(subject.sentence())).append("**\n\n");
        out.append(subject.level())
                .append(" (")
                .append(Explanation.meaning(subject.level()))
                .append("), by ");
        out.append(basis(subject.basis(), BasisText.of(subject.basis()))).append(".\n\n");
        if (!told.contract().isEmpty()) {
            out.append("> ").append(told.contract()).append("\n\n");
        }
        told.sections().forEach(this::section);
        if (!told.bugs().isEmpty()) {
            out.append("### Seen in\n\n").append(bugs(told.bugs())).append("\n\n");
        }
        return out.toString();
    }

    private void section(Section section) {
        out.append("### ").append(section.title()).append("\n\n");
        lines(section.lines(), 0, section.numbered());
        out.append('\n');
    }

    private void lines(List<Line> lines, int indent, boolean numbered) {
        boolean alone = lines.size() == 1 && !numbered && indent == 0;
        for (int i = 0; i < lines.size(); i++) {
            String mark = alone ? "" : numbered ? (i + 1) + ". " : "- ";
            Line line = lines.get(i);
            out.append(" ".repeat(indent))
                    .append(mark)
                    .append(escaped(line.text().strip()))
                    .append('\n');
            verbatim(line.verbatim(), " ".repeat(indent + mark.length()));
            lines(line.parts(), indent + mark.length(), numbered);
        }
    }

    private void verbatim(List<String> lines, String margin) {
        if (lines.isEmpty()) {
            return;
        }
        out.append('\n').append(margin).append("```text\n");
        lines.forEach(line -> out.append((margin + line).stripTrailing()).append('\n'));
        out.append(margin).append("```\n\n");
    }

    private static String bugs(List<BugReference> bugs) {
        return bugs.stream().map(bug -> link(bug.name(), bug.url())).collect(Collectors.joining(", "));
    }

    /** A basis with a link that works from {@code docs/cases}. */
    static String basis(Basis basis, String text) {
        String address = BasisText.address(basis);
        return link(text, basis instanceof Basis.Contract ? "../" + address : address);
    }

    static String link(String text, String address) {
        return "[" + escaped(text) + "](" + address + ")";
    }

    static String escaped(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }
}
