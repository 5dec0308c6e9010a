package org.wsproof.benchmarks.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.wsproof.benchmarks.bench.figures.BenchReport;
import org.wsproof.benchmarks.bench.figures.Result;

/** Latency by percentile, a line a contender, all rounds together; both axes are logarithmic, the percentiles towards 100. */
final class LatencyChart {
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
        LineChart chart = new LineChart("Latency by percentile");
        for (double percentile : MARKS) {
            chart.mark(across(percentile), String.valueOf(percentile).replace(".0", "") + " %");
        }
        for (double micros = least; micros <= most * 1.001; micros *= 10) {
            boolean small = micros < 1000;
            chart.level(
                    up(micros),
                    String.format(Locale.ROOT, small ? "%.0f µs" : "%.0f ms", small ? micros : micros / 1000));
        }
        chart.caption("percentile of messages; lower is better");
        for (int i = 0; i < all.size(); i++) {
            Result result = report.results().get(i);
            chart.line(HtmlPage.colour(report, result), result.described().name(), points(all.get(i)));
        }
        return chart.svg();
    }

    private List<LineChart.Point> points(Histogram histogram) {
        if (histogram.getTotalCount() == 0) {
            return List.of();
        }
        return IntStream.rangeClosed(0, POINTS)
                .mapToDouble(i -> 100 - Math.pow(10, 2 - i * 4.0 / POINTS))
                .mapToObj(percentile -> new LineChart.Point(across(percentile), up(micros(histogram, percentile))))
                .toList();
    }

    private static double across(double percentile) {
        return (2 - Math.log10(100 - percentile)) / 4;
    }

    private double up(double micros) {
        double within = Math.min(most, Math.max(least, micros));
        return Math.log10(within / least) / Math.log10(most / least);
    }
}
