package org.wsproof.benchmarks.bench.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wsproof.benchmarks.bench.contenders.Contenders;
import org.wsproof.benchmarks.bench.figures.BenchReport;
import org.wsproof.benchmarks.bench.figures.Described;
import org.wsproof.benchmarks.bench.figures.Result;
import org.wsproof.benchmarks.bench.figures.Setting;
import org.wsproof.benchmarks.bench.figures.Spread;

/** A bench as a terminal shows it: first under which conditions, at the end a table a load. */
public final class TextReport {
    private static final String GAP = "  ";

    private final PrintWriter out;

    public TextReport(PrintWriter out) {
        this.out = out;
    }

    /** Conditions and configurations: before anything is measured. */
    public void begin(Setting setting, List<Described> contenders) {
        out.println(setting.machine());
        out.println(setting.cores());
        out.println(setting.rounds() + " rounds, interleaved; each measurement takes " + setting.sliceMillis() + " ms");
        setting.remarks().forEach(out::println);
        for (Described contender : contenders) {
            out.println();
            out.println(contender.title() + ": " + contender.how());
            contender.configuration().lines().forEach(line -> out.println("    " + line));
        }
        out.println();
        out.flush();
    }

    /** The figures. */
    public void write(BenchReport report) {
        report.warnings().forEach(warning -> out.println("Do not rely on these figures: " + warning + "."));
        out.println("Medians of " + report.setting().rounds()
                + " rounds; ± is how far the farthest round is from the median.");
        for (Table table : Table.of(report)) {
            out.println();
            out.println(table.title());
            print(rows(table, report));
        }
        budgets(report);
        report.results()
                .forEach(result -> result.failure().ifPresent(why -> {
                    out.println();
                    out.println(result.described().name() + " failed, and was not measured from then on: " + why);
                }));
        out.flush();
    }

    private void budgets(BenchReport report) {
        List<Budget.Kept> kept = Budget.of(report);
        if (kept.isEmpty()) {
            return;
        }
        out.println();
        out.println("Budgets: at most so much of what the others cost in the same run");
        List<List<String>> rows = new ArrayList<>(List.of(Budget.HEAD));
        kept.forEach(one -> rows.add(one.cells()));
        print(rows);
    }

    private static List<List<String>> rows(Table table, BenchReport report) {
        boolean compares = report.results().stream()
                .anyMatch(result -> result.described().name().equals(Contenders.GATEWAY));
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        table.columns().forEach(column -> head.add(column.name()));
        if (compares) {
            head.add(table.compared().name() + " ÷ " + Contenders.GATEWAY);
        }
        rows.add(head);
        for (Result result : report.results()) {
            List<String> row = new ArrayList<>(List.of(result.described().name()));
            table.columns().forEach(column -> row.add(cell(column, result)));
            if (compares) {
                row.add(ratio(table, report, result));
            }
            rows.add(row);
        }
        return rows;
    }

    static String ratio(Table table, BenchReport report, Result result) {
        return report.ratio(result, Contenders.GATEWAY, table.compared()::median)
                .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
                .orElse("-");
    }

    static String cell(Column column, Result result) {
        Optional<Spread> spread = column.figure().apply(result);
        return spread.map(one -> number(one.median(), column.decimals()) + deviation(one))
                .orElse("-");
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    private static String deviation(Spread spread) {
        if (spread.least() == spread.most()) {
            return "";
        }
        return spread.deviation() > 1 ? " ±>100%" : String.format(Locale.ROOT, " ±%.0f%%", 100 * spread.deviation());
    }

    private void print(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(pad(row.get(0), -widths[0]));
            for (int i = 1; i < widths.length; i++) {
                line.append(GAP).append(pad(row.get(i), widths[i]));
            }
            out.println(line);
        }
    }

    /** To the right; to the left where {@code width} is negative. */
    private static String pad(String text, int width) {
        return width == 0 ? text : String.format("%" + width + "s", text);
    }
}
