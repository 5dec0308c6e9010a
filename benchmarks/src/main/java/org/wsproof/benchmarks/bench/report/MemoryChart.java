package org.wsproof.benchmarks.bench.report;

import static org.wsproof.benchmarks.bench.report.HtmlPage.escaped;

import java.util.List;
import java.util.Locale;
import org.wsproof.benchmarks.bench.figures.BenchReport;
import org.wsproof.benchmarks.bench.figures.Idle;
import org.wsproof.benchmarks.bench.figures.Result;

/** Resident memory by idle tunnels held, a line a contender, from what it took without any. */
final class MemoryChart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 300;
    private static final int LEFT = 60;
    private static final int RIGHT = 90;
    private static final int TOP = 14;
    private static final int BOTTOM = 40;
    private static final int LINES = 4;
    private static final double MEBI = 1024.0 * 1024;

    private final BenchReport report;
    private final List<Result> shown;
    private final long most;

    MemoryChart(BenchReport report) {
        this.report = report;
        this.shown = report.results().stream()
                .filter(result -> result.idle().isPresent())
                .toList();
        this.most = shown.stream()
                .flatMap(result -> result.idle().stream())
                .flatMap(idle -> idle.held().stream())
                .mapToLong(Idle.Held::octets)
                .max()
                .orElse(0);
    }

    /** The chart; "" where nobody held any. */
    String svg() {
        if (shown.isEmpty()) {
            return "";
        }
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Resident memory by idle tunnels\">%n",
                WIDTH,
                HEIGHT));
        grid(svg);
        for (Result result : shown) {
            line(svg, result);
        }
        return svg.append("</svg>\n").toString();
    }

    private void grid(StringBuilder svg) {
        for (int i = 0; i <= LINES; i++) {
            int tunnels = report.setting().tunnels() * i / LINES;
            long octets = most * i / LINES;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/><text class=\"axis end\" x=\"%d\""
                            + " y=\"%.1f\">%.0f MiB</text><text class=\"axis middle\" x=\"%.1f\" y=\"%d\">%,d</text>%n",
                    LEFT,
                    y(octets),
                    WIDTH - RIGHT,
                    y(octets),
                    LEFT - 6,
                    y(octets) + 4,
                    octets / MEBI,
                    x(tunnels),
                    HEIGHT - BOTTOM + 16,
                    tunnels));
        }
        svg.append(String.format(
                "<text class=\"axis\" x=\"%d\" y=\"%d\">idle tunnels held; lower is better</text>%n",
                LEFT, HEIGHT - 6));
    }

    private void line(StringBuilder svg, Result result) {
        Idle idle = result.idle().orElseThrow();
        StringBuilder points = new StringBuilder(String.format(Locale.ROOT, "%.1f,%.1f", x(0), y(idle.before())));
        idle.held()
                .forEach(held ->
                        points.append(String.format(Locale.ROOT, " %.1f,%.1f", x(held.tunnels()), y(held.octets()))));
        String colour = HtmlPage.colour(report, result);
        int labelY = TOP + 14 + 18 * shown.indexOf(result);
        svg.append(String.format(
                Locale.ROOT,
                "<polyline class=\"%s\" points=\"%s\"/><rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"10\" height=\"10\"/>"
                        + "<text x=\"%d\" y=\"%d\">%s</text>%n",
                colour,
                points,
                colour,
                WIDTH - RIGHT + 12,
                labelY - 9,
                WIDTH - RIGHT + 27,
                labelY,
                escaped(result.described().name())));
    }

    private double x(int tunnels) {
        return LEFT + (double) tunnels / report.setting().tunnels() * (WIDTH - LEFT - RIGHT);
    }

    private double y(long octets) {
        return HEIGHT - BOTTOM - (double) octets / most * (HEIGHT - BOTTOM - TOP);
    }
}
