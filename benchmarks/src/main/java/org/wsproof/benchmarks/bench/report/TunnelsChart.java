package org.wsproof.benchmarks.bench.report;

import static org.wsproof.benchmarks.bench.report.HtmlPage.escaped;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wsproof.benchmarks.bench.figures.BenchReport;
import org.wsproof.benchmarks.bench.figures.Echo;
import org.wsproof.benchmarks.bench.figures.Result;

/** CPU for a message by how many tunnels are open, a line a contender. A flat line is what is wanted. */
final class TunnelsChart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 300;
    private static final int LEFT = 60;
    private static final int RIGHT = 110;
    private static final int TOP = 14;
    private static final int BOTTOM = 40;
    private static final int LINES = 4;

    private final BenchReport report;
    private final List<Echo> loads;
    private final List<Column> columns;
    private final double most;

    /** @param table the one whose columns are the loads of {@link BenchReport#swept} */
    TunnelsChart(Table table, BenchReport report) {
        this.report = report;
        this.loads = report.swept();
        this.columns = table.columns();
        this.most = columns.stream()
                .flatMap(column -> report.results().stream().flatMap(result -> column.median(result).stream()))
                .mapToDouble(value -> value)
                .max()
                .orElse(0);
    }

    /** The chart; "" where nobody has a figure. */
    String svg() {
        if (most <= 0) {
            return "";
        }
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"CPU for a message by tunnels\">%n",
                WIDTH,
                HEIGHT));
        grid(svg);
        report.results().forEach(result -> line(svg, result));
        return svg.append("</svg>\n").toString();
    }

    private void grid(StringBuilder svg) {
        for (int i = 0; i <= LINES; i++) {
            double micros = most * i / LINES;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/><text class=\"axis end\" x=\"%d\""
                            + " y=\"%.1f\">%.1f µs</text>%n",
                    LEFT,
                    y(micros),
                    WIDTH - RIGHT,
                    y(micros),
                    LEFT - 6,
                    y(micros) + 4,
                    micros));
        }
        for (int i = 0; i < loads.size(); i++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text class=\"axis middle\" x=\"%.1f\" y=\"%d\">%,d</text>%n",
                    x(i),
                    HEIGHT - BOTTOM + 18,
                    loads.get(i).tunnels()));
        }
        svg.append("<text class=\"axis middle\" x=\"" + (LEFT + WIDTH - RIGHT) / 2 + "\" y=\"" + (HEIGHT - 4)
                + "\">tunnels open</text>\n");
    }

    private void line(StringBuilder svg, Result result) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            Optional<Double> micros = columns.get(i).median(result);
            if (micros.isPresent()) {
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(i), y(micros.get())));
            }
        }
        if (points.length() == 0) {
            return;
        }
        String colour = HtmlPage.colour(report, result);
        int labelY = TOP + 14 + 18 * report.results().indexOf(result);
        svg.append(String.format(
                Locale.ROOT,
                "<polyline class=\"%s\" points=\"%s\"/><rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"10\" height=\"10\"/>"
                        + "<text x=\"%d\" y=\"%d\">%s</text>%n",
                colour,
                points.toString().strip(),
                colour,
                WIDTH - RIGHT + 12,
                labelY - 9,
                WIDTH - RIGHT + 27,
                labelY,
                escaped(result.described().name())));
    }

    /** One step after the other, whatever lies between them. */
    private double x(int step) {
        int steps = Math.max(1, loads.size() - 1);
        return LEFT + (double) step / steps * (WIDTH - LEFT - RIGHT);
    }

    private double y(double micros) {
        return HEIGHT - BOTTOM - micros / most * (HEIGHT - TOP - BOTTOM);
    }
}
