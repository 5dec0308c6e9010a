package org.wsproof.benchmarks.bench.report;

import static org.wsproof.benchmarks.bench.report.HtmlPage.escaped;

import java.util.List;
import java.util.Locale;
import org.wsproof.benchmarks.bench.figures.BenchReport;
import org.wsproof.benchmarks.bench.figures.Result;

/** A bar a contender, for the figure by which a table compares them. Shorter is better. */
final class BarChart {
    private static final int WIDTH = 720;
    private static final int NAMES = 90;
    private static final int NUMBERS = 110;
    private static final int ROW = 28;
    private static final int BAR = 18;

    private final Table table;
    private final BenchReport report;

    BarChart(Table table, BenchReport report) {
        this.table = table;
        this.report = report;
    }

    /** The chart; "" where nobody has that figure. */
    String svg() {
        Column column = table.compared();
        List<Result> shown = report.results().stream()
                .filter(result -> column.median(result).isPresent())
                .toList();
        double most = shown.stream()
                .mapToDouble(result -> column.median(result).orElse(0.0))
                .max()
                .orElse(0);
        if (most <= 0) {
            return "";
        }
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s: %s\">%n",
                WIDTH,
                ROW * shown.size() + 22,
                escaped(table.title()),
                escaped(column.name())));
        svg.append("<text class=\"axis\" x=\"" + NAMES + "\" y=\"12\">" + escaped(column.name())
                + ", shorter is better</text>\n");
        for (int i = 0; i < shown.size(); i++) {
            bar(svg, shown.get(i), 22 + i * ROW, column.median(shown.get(i)).orElse(0.0) / most);
        }
        return svg.append("</svg>\n").toString();
    }

    private void bar(StringBuilder svg, Result result, int top, double part) {
        double width = Math.max(1, part * (WIDTH - NAMES - NUMBERS));
        int base = top + BAR - 4;
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"0\" y=\"%d\">%s</text><rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>"
                        + "<text class=\"number\" x=\"%.1f\" y=\"%d\">%s</text>%n",
                base,
                escaped(result.described().name()),
                HtmlPage.colour(report, result),
                NAMES,
                top,
                width,
                BAR,
                NAMES + width + 8,
                base,
                escaped(TextReport.cell(table.compared(), result))));
    }
}
