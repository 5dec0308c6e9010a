package org.wsproof.benchmarks.bench.report;

import static org.wsproof.benchmarks.bench.report.HtmlPage.escaped;

import java.util.List;
import java.util.Locale;

/** What the charts with a line a contender have in common: the grid, the lines and their names. */
final class LineChart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 320;
    private static final int LEFT = 60;
    private static final int RIGHT = 110;
    private static final int TOP = 14;
    private static final int BOTTOM = 40;

    private final StringBuilder svg = new StringBuilder();
    private int lines;

    /** A place on a chart, both from 0 to 1: from left to right, from the lowest value to the highest. */
    record Point(double across, double up) {}

    /** @param label for those who can't see it */
    LineChart(String label) {
        add("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">", WIDTH, HEIGHT, escaped(label));
    }

    private void add(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    private static double x(double across) {
        return LEFT + across * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double up) {
        return HEIGHT - BOTTOM - up * (HEIGHT - BOTTOM - TOP);
    }

    /** A value at the left, with a line of the grid. */
    void level(double up, String value) {
        add("<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%2$.1f\"/>", LEFT, y(up), WIDTH - RIGHT);
        add("<text class=\"axis end\" x=\"%d\" y=\"%.1f\">%s</text>", LEFT - 6, y(up) + 4, escaped(value));
    }

    /** A value below, with a line of the grid. */
    void mark(double across, String value) {
        add("<line class=\"grid\" x1=\"%.1f\" y1=\"%d\" x2=\"%1$.1f\" y2=\"%d\"/>", x(across), TOP, HEIGHT - BOTTOM);
        add(
                "<text class=\"axis middle\" x=\"%.1f\" y=\"%d\">%s</text>",
                x(across), HEIGHT - BOTTOM + 16, escaped(value));
    }

    /** What the values below are. */
    void caption(String words) {
        add("<text class=\"axis\" x=\"%d\" y=\"%d\">%s</text>", LEFT, HEIGHT - 6, escaped(words));
    }

    /** One more contender; nothing where it has no points. */
    void line(String colour, String name, List<Point> points) {
        if (points.isEmpty()) {
            return;
        }
        StringBuilder places = new StringBuilder();
        points.forEach(point -> places.append(String.format(Locale.ROOT, " %.1f,%.1f", x(point.across), y(point.up))));
        int base = TOP + 14 + 18 * lines;
        add("<polyline class=\"%s\" points=\"%s\"/>", colour, places.substring(1));
        add("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"10\" height=\"10\"/>", colour, WIDTH - RIGHT + 12, base - 9);
        add("<text x=\"%d\" y=\"%d\">%s</text>", WIDTH - RIGHT + 27, base, escaped(name));
        lines++;
    }

    String svg() {
        return svg + "</svg>\n";
    }
}
