package org.wsproof.conformance.explain;

import java.util.ArrayList;
import java.util.List;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.report.Style;
import org.wsproof.conformance.words.BasisText;
import org.wsproof.conformance.words.BugReference;
import org.wsproof.conformance.words.Contracts;
import org.wsproof.conformance.words.Line;

/** A case's explanation for a terminal, 100 columns wide where verbatim lines allow. */
public final class PlainText {
    private static final int WIDTH = 100;
    private static final int INDENT = 4;

    private final Style style;
    private final Contracts contracts = Contracts.packed();
    private final List<String> out = new ArrayList<>();

    public PlainText(Style style) {
        this.style = style;
    }

    /** The lines; none holds a line end. */
    public List<String> lines(Case subject) {
        out.clear();
        Explanation told = new Explanation(subject, contracts);
        out.add(style.bold(subject.id()));
        paragraph("  ", "  ", subject.sentence());
        out.add("");
        paragraph("  Level   ", " ".repeat(10), subject.level() + ": " + Explanation.meaning(subject.level()) + ".");
        String address = BasisText.address(subject.basis());
        out.add("  Basis   " + BasisText.of(subject.basis())
                + style.dim("   " + (told.contract().isEmpty() ? address : "docs/" + address)));
        if (!told.contract().isEmpty()) {
            paragraph(" ".repeat(10), " ".repeat(10), told.contract());
        }
        told.sections().forEach(this::section);
        bugs(told.bugs());
        return List.copyOf(out);
    }

    private void section(Section section) {
        heading(section.title());
        lines(section.lines(), INDENT, section.numbered());
    }

    private void heading(String title) {
        out.add("");
        out.add("  " + style.bold(title));
    }

    private void lines(List<Line> lines, int indent, boolean numbered) {
        boolean alone = lines.size() == 1 && !numbered;
        for (int i = 0; i < lines.size(); i++) {
            String mark = alone ? "" : numbered ? String.format("%2d. ", i + 1) : "- ";
            String margin = " ".repeat(indent + mark.length());
            paragraph(" ".repeat(indent) + mark, margin, lines.get(i).text());
            lines.get(i).verbatim().forEach(line -> out.add(margin + "  " + style.dim(line)));
            lines(lines.get(i).parts(), margin.length(), numbered);
        }
    }

    private void bugs(List<BugReference> bugs) {
        if (bugs.isEmpty()) {
            return;
        }
        heading("Seen in");
        int width = bugs.stream().mapToInt(bug -> bug.name().length()).max().orElse(0);
        bugs.forEach(bug -> out.add(
                " ".repeat(INDENT) + String.format("%-" + width + "s", bug.name()) + "   " + style.dim(bug.url())));
    }

    private void paragraph(String first, String margin, String text) {
        StringBuilder line = new StringBuilder(first);
        boolean begun = false;
        for (String word : text.strip().split(" ", -1)) {
            if (begun && line.length() + 1 + word.length() > WIDTH) {
                out.add(line.toString());
                line = new StringBuilder(margin);
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        out.add(line.toString());
    }
}
