package org.wsproof.benchmarks.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.wsproof.benchmarks.bench.contenders.Contenders;
import org.wsproof.benchmarks.bench.figures.BenchReport;
import org.wsproof.benchmarks.bench.figures.Result;

/**
 * What the bundled gateway may cost, as a part of what others cost in the same run.
 *
 * @param key for tools
 * @param what for people
 * @param others whose cheapest is the measure; all of them must have been measured
 * @param figure what is compared
 * @param aim at most so much is wanted
 * @param limit more than that is too much
 */
record Budget(
        String key,
        String what,
        List<String> others,
        Function<Result, Optional<Double>> figure,
        double aim,
        double limit) {
    private static final List<String> FOUR = List.of("nginx", "haproxy", "caddy", "lighttpd");
    private static final List<String> NGINX = List.of("nginx");
    private static final List<String> HAPROXY = List.of("haproxy");

    /** One that could be measured: how much of what the others cost the gateway costs. */
    record Kept(Budget budget, double ratio) {
        String verdict() {
            if (ratio <= budget.aim) {
                return "at its aim";
            }
            return ratio <= budget.limit ? "between aim and limit" : "above its limit";
        }

        List<String> cells() {
            return List.of(budget.what, number(ratio), number(budget.aim), number(budget.limit), verdict());
        }

        private static String number(double value) {
            return String.format(Locale.ROOT, "%.2f", value);
        }
    }

    /** The columns of {@link Kept#cells}. */
    static final List<String> HEAD = List.of("wsproof ÷ others", "ratio", "aim", "limit", "");

    /** Those for which all that take part were measured. */
    static List<Kept> of(BenchReport report) {
        List<Kept> kept = new ArrayList<>();
        for (Budget budget : all(Table.of(report))) {
            budget.ratio(report).ifPresent(ratio -> kept.add(new Kept(budget, ratio)));
        }
        return kept;
    }

    private static List<Budget> all(List<Table> tables) {
        return List.of(
                of("echo-64", "CPU for a message of 64 B", tables).against(FOUR, 1.0, 1.15),
                of("echo-16384", "CPU for a message of 16 KiB", tables).against(FOUR, 0.9, 1.0),
                of("echo-1048576", "CPU for a message of 1 MiB", tables).against(FOUR, 1.0, 1.1),
                of("echo-64-tls", "CPU for a message of 64 B, TLS on the frontside", tables)
                        .against(NGINX, 1.2, 1.4),
                of("echo-16384-tls", "CPU for a message of 16 KiB, TLS on the frontside", tables)
                        .against(NGINX, 0.9, 1.0),
                of("echo-1048576-tls", "CPU for a message of 1 MiB, TLS on the frontside", tables)
                        .against(NGINX, 0.6, 0.8),
                of("handshakes", "CPU for an opening handshake", tables).against(NGINX, 1.2, 1.6),
                of("idle", "memory of an idle tunnel", tables).against(HAPROXY, 0.75, 1.0));
    }

    private record Compared(String key, String what, Function<Result, Optional<Double>> figure) {
        Budget against(List<String> others, double aim, double limit) {
            String of = others.size() == 1 ? others.get(0) : "the best of " + String.join(", ", others);
            return new Budget(key, what + " ÷ " + of, others, figure, aim, limit);
        }
    }

    /** By the figure in which a table compares; empty where there is no such table. */
    private static Compared of(String table, String what, List<Table> tables) {
        return tables.stream()
                .filter(one -> one.key().equals(table))
                .findFirst()
                .map(one -> new Compared(table, what, one.compared()::median))
                .orElse(new Compared(table, what, result -> Optional.empty()));
    }

    /** To two decimals, as aim and limit are given. */
    private Optional<Double> ratio(BenchReport report) {
        Optional<Double> own = figure(report, Contenders.GATEWAY);
        List<Double> theirs = others.stream()
                .flatMap(name -> figure(report, name).stream())
                .filter(value -> value > 0)
                .toList();
        if (own.isEmpty() || theirs.size() < others.size()) {
            return Optional.empty();
        }
        double best = theirs.stream().mapToDouble(value -> value).min().orElseThrow();
        return Optional.of(Math.round(100 * own.get() / best) / 100.0);
    }

    private Optional<Double> figure(BenchReport report, String name) {
        return report.results().stream()
                .filter(result -> result.described().name().equals(name))
                .findFirst()
                .flatMap(figure);
    }
}
