package org.wsproof.benchmarks.bench.report;

import static org.wsproof.benchmarks.bench.report.HtmlPage.escaped;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.wsproof.benchmarks.bench.figures.BenchReport;
import org.wsproof.benchmarks.bench.figures.Result;

/** Latency by percentile, a line a contender, all rounds together; both axes are logarithmic, the percentiles towards 100. */
final class LatencyChart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 320;
    private static final int LEFT = 60;
    private static final int RIGHT = 90;
    private static final int TOP = 14;
    private static final int BOTTOM = 40;

    /** Percentiles on the axis; each is as far from the next as its distance to 100 is larger. */
    private static final List<Double> MARKS = List.of(0.0, 50.0, 90.0, 99.0, 99.9, 99.99);

    private static final double LAST = 99.99;
    private static final int POINTS = 120;

    private final BenchReport report;
    private final List<Histogram> all;
    private final double least;
    private final double most;

    LatencyChart(BenchReport report) {
        this.report = report;
        this.all = report.results().stream().map(LatencyChart::together).toList();
        this.least = Math.pow(
                10,
                Math.floor(Math.log10(all.stream()
                        .mapToDouble(one -> Math.max(1, micros(one, 0.1)))
                        .min()
                        .orElse(1))));
        this.most = Math.pow(
                10,
                Math.ceil(Math.log10(all.stream()
                        .mapToDouble(one -> Math.max(2 * least, micros(one, LAST)))
                        .max()
                        .orElse(2 * least))));
    }

    private static Histogram together(Result result) {
        Histogram sum = new Histogram(3);
        result.latencies().forEach(one -> sum.add(one.nanos()));
        return sum;
    }

    private static double micros(Histogram of, double percentile) {
        return (double) of.getValueAtPercentile(percentile) / TimeUnit.MICROSECONDS.toNanos(1);
    }

    String svg() {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Latency by percentile\">%n",
                WIDTH,
                HEIGHT));
        percentiles(svg);
        times(svg);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).getTotalCount() > 0) {
                line(svg, report.results().get(i), all.get(i), i);
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private void percentiles(StringBuilder svg) {
        for (double percentile : MARKS) {
            double x = x(percentile);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/><text class=\"axis middle\" x=\"%.1f\""
                            + " y=\"%d\">%s</text>%n",
                    x,
                    TOP,
                    x,
                    HEIGHT - BOTTOM,
                    x,
                    HEIGHT - BOTTOM + 16,
                    String.valueOf(percentile).replace(".0", "") + " %"));
        }
        svg.append(String.format(
                "<text class=\"axis\" x=\"%d\" y=\"%d\">percentile of messages; lower is better</text>%n",
                LEFT, HEIGHT - 6));
    }

    private void times(StringBuilder svg) {
        for (double micros = least; micros <= most * 1.001; micros *= 10) {
            double y = y(micros);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/><text class=\"axis end\" x=\"%d\""
                            + " y=\"%.1f\">%s</text>%n",
                    LEFT,
                    y,
                    WIDTH - RIGHT,
                    y,
                    LEFT - 6,
                    y + 4,
                    micros < 1000 ? String.format("%.0f µs", micros) : String.format("%.0f ms", micros / 1000)));
        }
    }

    private void line(StringBuilder svg, Result result, Histogram histogram, int place) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i <= POINTS; i++) {
            double percentile = 100 - Math.pow(10, 2 - i * 4.0 / POINTS);
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(percentile), y(micros(histogram, percentile))));
        }
        String colour = HtmlPage.colour(report, result);
        int labelY = TOP + 14 + 18 * place;
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

    private static double x(double percentile) {
        double part = (2 - Math.log10(100 - percentile)) / 4;
        return LEFT + part * (WIDTH - LEFT - RIGHT);
    }

    private double y(double micros) {
        double within = Math.min(most, Math.max(least, micros));
        double part = Math.log10(within / least) / Math.log10(most / least);
        return HEIGHT - BOTTOM - part * (HEIGHT - BOTTOM - TOP);
    }
}
