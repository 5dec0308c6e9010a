package org.wsproof.benchmarks.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wsproof.benchmarks.bench.figures.BenchReport;
import org.wsproof.benchmarks.bench.figures.Echo;
import org.wsproof.benchmarks.bench.figures.Result;

/** CPU for a message by how many tunnels are open, a line a contender. A flat line is what is wanted. */
final class TunnelsChart {
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
        LineChart chart = new LineChart("CPU for a message by tunnels");
        for (int i = 0; i <= LINES; i++) {
            chart.level((double) i / LINES, String.format(Locale.ROOT, "%.1f µs", most * i / LINES));
        }
        for (int i = 0; i < loads.size(); i++) {
            chart.mark(across(i), String.format(Locale.ROOT, "%,d", loads.get(i).tunnels()));
        }
        chart.caption("tunnels open; lower is better, and flat is best");
        for (Result result : report.results()) {
            chart.line(HtmlPage.colour(report, result), result.described().name(), points(result));
        }
        return chart.svg();
    }

    private List<LineChart.Point> points(Result result) {
        List<LineChart.Point> points = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            double across = across(i);
            columns.get(i).median(result).ifPresent(micros -> points.add(new LineChart.Point(across, micros / most)));
        }
        return points;
    }

    /** One step after the other, whatever lies between them. */
    private double across(int step) {
        return (double) step / Math.max(1, loads.size() - 1);
    }
}
