package org.wsproof.conformance.report.comparison;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wsproof.conformance.report.comparison.Comparison.Row;

/** A comparison as Markdown: the counts by suite, and the cases that differ. */
public final class MarkdownComparison {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~]");

    private final About about;

    public MarkdownComparison(About about) {
        this.about = about;
    }

    /** Writes it; does not close the writer. */
    public void write(Comparison comparison, Writer to) throws IOException {
        to.write("# wsproof compare\n\n" + comparison.cases().size() + " cases, seed " + comparison.seed() + ", "
                + about.date() + ":\n\n    " + about.command() + "\n\n");
        for (String complaint : comparison.complaints()) {
            to.write("**" + escaped(complaint) + "**\n\n");
        }
        counts(comparison, to);
        to.write(comparison.marks().stream()
                        .map(mark -> mark.sign() + " " + mark.words() + ": " + mark.meaning())
                        .collect(Collectors.joining("  \n"))
                + "\n\nNo list of known failures was applied.\n\n## Cases that differ\n\n");
        differing(comparison, to);
        to.flush();
    }

    private static void counts(Comparison comparison, Writer to) throws IOException {
        heading(List.of("suite"), comparison, to);
        Summary summary = new Summary(comparison);
        List<List<String>> columns = new ArrayList<>();
        for (int i = 0; i < comparison.columns().size(); i++) {
            columns.add(summary.counts(i));
        }
        for (int row = 0; row < summary.names().size(); row++) {
            int at = row;
            List<String> cells = new ArrayList<>(List.of(summary.names().get(row)));
            columns.forEach(column -> cells.add(column.get(at)));
            line(cells, to);
        }
        to.write("\n");
    }

    private static void differing(Comparison comparison, Writer to) throws IOException {
        List<Row> differing = comparison.rows().stream().filter(Row::differs).toList();
        if (differing.isEmpty()) {
            to.write("None: all that were judged did the same.\n");
            return;
        }
        heading(List.of("case", "level"), comparison, to);
        for (Row row : differing) {
            List<String> cells = new ArrayList<>(
                    List.of(row.subject().id(), row.subject().level().name()));
            row.cells().forEach(cell -> cells.add(cell.mark().sign() + " " + escaped(cell.words())));
            line(cells, to);
        }
    }

    private static void heading(List<String> first, Comparison comparison, Writer to) throws IOException {
        List<String> cells = new ArrayList<>(first);
        comparison.columns().forEach(column -> cells.add(escaped(column.title())));
        line(cells, to);
        line(cells.stream().map(cell -> "---").toList(), to);
    }

    private static void line(List<String> cells, Writer to) throws IOException {
        to.write("| " + String.join(" | ", cells) + " |\n");
    }

    /** What a target says of itself may be anything, on more than one line too. */
    private static String escaped(String text) {
        return SPECIAL.matcher(text.replaceAll("\\s+", " ").strip()).replaceAll("\\\\$0");
    }
}
