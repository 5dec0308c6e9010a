package org.wsproof.conformance.report.comparison;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.wsproof.conformance.report.Style;

/** A comparison for a person at a terminal: a row a suite, a column a target, in as many tables as its width asks for. */
public final class TerminalTable {
    private static final int WIDTH = 116;
    private static final int GAP = 2;
    private static final int BETWEEN = 3;

    private final PrintWriter out;
    private final Style style;

    public TerminalTable(PrintWriter out, Style style) {
        this.out = out;
        this.style = style;
    }

    public void write(Comparison comparison) {
        List<List<String>> columns = new ArrayList<>();
        Summary summary = new Summary(comparison);
        for (int i = 0; i < comparison.columns().size(); i++) {
            columns.add(column(summary, i));
        }
        List<String> names = new ArrayList<>(List.of("suite", ""));
        names.addAll(summary.names());
        tables(names, columns);
        legend(comparison);
        comparison.complaints().forEach(complaint -> out.println(style.red(complaint)));
        long differing =
                comparison.rows().stream().filter(Comparison.Row::differs).count();
        out.println(differing + " of " + comparison.cases().size()
                + " cases differ between those that were judged. No list of known failures was applied.");
        out.flush();
    }

    private static List<String> column(Summary summary, int column) {
        List<String> texts = new ArrayList<>();
        texts.add(summary.comparison().columns().get(column).name());
        texts.add(summary.comparison().columns().get(column).version());
        texts.addAll(summary.counts(column));
        return texts;
    }

    private void tables(List<String> names, List<List<String>> columns) {
        int first = width(names);
        int from = 0;
        while (from < columns.size()) {
            int to = from + 1;
            int wide = first + GAP + width(columns.get(from));
            while (to < columns.size() && wide + GAP + width(columns.get(to)) <= WIDTH) {
                wide += GAP + width(columns.get(to));
                to++;
            }
            table(names, columns.subList(from, to));
            from = to;
        }
    }

    private void table(List<String> names, List<List<String>> columns) {
        for (int row = 0; row < names.size(); row++) {
            int at = row;
            String line = padded(names.get(row), width(names))
                    + columns.stream()
                            .map(column -> " ".repeat(GAP) + padded(column.get(at), width(column)))
                            .collect(Collectors.joining());
            boolean heading = row < 2;
            String shown = line.stripTrailing();
            out.println(heading ? style.dim(shown) : row == names.size() - 1 ? style.bold(shown) : shown);
        }
        out.println();
    }

    private void legend(Comparison comparison) {
        StringBuilder line = new StringBuilder();
        for (Mark mark : comparison.marks()) {
            String one = mark.sign() + " " + mark.words();
            if (line.length() + BETWEEN + one.length() > WIDTH) {
                out.println(line);
                line = new StringBuilder();
            }
            line.append(line.isEmpty() ? "" : " ".repeat(BETWEEN)).append(one);
        }
        out.println(line);
        out.println();
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
