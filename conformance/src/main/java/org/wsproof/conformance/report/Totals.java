package org.wsproof.conformance.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** Totals as a table: a row a suite, a column an outcome; outcomes that nothing came to are left out. */
final class Totals {
    private static final int GAP = 2;

    private final PrintWriter out;
    private final Style style;

    Totals(PrintWriter out, Style style) {
        this.out = out;
        this.style = style;
    }

    void write(Tally tally) {
        List<String> columns = Tally.COLUMNS.stream()
                .filter(column -> column.equals("passed") || tally.count(column) > 0)
                .toList();
        int first =
                tally.suites().keySet().stream().mapToInt(String::length).max().orElse(0);
        first = Math.max(first, "suite".length());
        StringBuilder heading = new StringBuilder(left("suite", first));
        columns.forEach(column -> heading.append(" ".repeat(GAP)).append(column));
        out.println(style.dim(heading.toString()));
        for (Map.Entry<String, Map<String, Integer>> suite : tally.suites().entrySet()) {
            out.println(row(left(suite.getKey(), first), suite.getValue(), columns));
        }
        out.println(style.bold(row(left("all", first), tally.totals(), columns)));
        out.println();
    }

    private static String row(String name, Map<String, Integer> counts, List<String> columns) {
        StringBuilder row = new StringBuilder(name);
        for (String column : columns) {
            int count = counts.getOrDefault(column, 0);
            String text = count == 0 ? "·" : Integer.toString(count);
            row.append(" ".repeat(GAP + column.length() - text.length())).append(text);
        }
        return row.toString();
    }

    private static String left(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
