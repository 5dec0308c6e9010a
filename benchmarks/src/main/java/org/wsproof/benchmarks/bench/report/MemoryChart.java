package org.wsproof.benchmarks.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.wsproof.benchmarks.bench.figures.BenchReport;
import org.wsproof.benchmarks.bench.figures.Idle;
import org.wsproof.benchmarks.bench.figures.Result;

/** Resident memory by idle tunnels held, a line a contender, from what it took without any. */
final class MemoryChart {
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
                .mapToLong(held -> held.memory().resident())
                .max()
                .orElse(0);
    }

    /** The chart; "" where nobody held any. */
    String svg() {
        if (shown.isEmpty()) {
            return "";
        }
        LineChart chart = new LineChart("Resident memory by idle tunnels");
        for (int i = 0; i <= LINES; i++) {
            double part = (double) i / LINES;
            chart.level(part, String.format(Locale.ROOT, "%.0f MiB", most * part / MEBI));
            chart.mark(part, String.format(Locale.ROOT, "%,d", report.setting().tunnels() * i / LINES));
        }
        chart.caption("idle tunnels held; lower is better");
        for (Result result : shown) {
            chart.line(
                    HtmlPage.colour(report, result),
                    result.described().name(),
                    points(result.idle().orElseThrow()));
        }
        return chart.svg();
    }

    private List<LineChart.Point> points(Idle idle) {
        Stream<LineChart.Point> held = idle.held().stream()
                .map(one -> point(one.tunnels(), one.memory().resident()));
        return Stream.concat(Stream.of(point(0, idle.before().resident())), held)
                .toList();
    }

    private LineChart.Point point(int tunnels, long octets) {
        return new LineChart.Point((double) tunnels / report.setting().tunnels(), (double) octets / most);
    }
}
