package org.wsproof.benchmarks.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.wsproof.benchmarks.bench.figures.BenchReport;
import org.wsproof.benchmarks.bench.figures.Echo;
import org.wsproof.benchmarks.bench.figures.Idle;
import org.wsproof.benchmarks.bench.figures.Result;
import org.wsproof.benchmarks.bench.figures.Slice;
import org.wsproof.benchmarks.bench.figures.Spread;

/**
 * What belongs together.
 *
 * @param key for tools
 * @param title for people
 * @param compared the column in which contenders are compared with the bundled gateway; less of it is better
 */
record Table(String key, String title, List<Column> columns, Column compared) {
    /** All of a report, in the order in which it is told. */
    static List<Table> of(BenchReport report) {
        List<Table> tables = new ArrayList<>();
        report.echoes().stream().filter(echo -> !echo.takesTurns()).forEach(echo -> tables.add(echo(echo)));
        tables.addAll(sweep(report));
        if (any(report, result -> !result.latencies().isEmpty())) {
            tables.add(latency(report));
        }
        if (any(report, result -> !result.handshakes().isEmpty())) {
            tables.add(handshakes());
        }
        if (any(report, result -> result.idle().isPresent())) {
            tables.add(idle(report));
        }
        return tables;
    }

    private static boolean any(BenchReport report, Predicate<Result> measured) {
        return report.results().stream().anyMatch(measured);
    }

    /** One, or none where no tunnels took turns. */
    private static List<Table> sweep(BenchReport report) {
        List<Echo> swept = report.swept();
        if (swept.isEmpty()) {
            return List.of();
        }
        List<Column> columns = swept.stream().map(Table::costOver).toList();
        Echo first = swept.get(0);
        return List.of(new Table(
                "tunnels",
                "CPU µs for a message of " + first.size() + ", by how many tunnels are open, which take turns; "
                        + first.underWay() + " messages under way",
                columns,
                columns.get(columns.size() - 1)));
    }

    private static Column costOver(Echo echo) {
        return new Column(
                "cpu-micros-per-message-over-" + echo.tunnels(),
                String.format(Locale.ROOT, "%,d tunnels", echo.tunnels()),
                1,
                proxy(result -> slices(result, echo), Slice::cpuMicros));
    }

    private static Table echo(Echo echo) {
        Column cpu = new Column(
                "cpu-micros-per-message", "CPU µs/message", 1, proxy(result -> slices(result, echo), Slice::cpuMicros));
        return new Table(
                echo.key(),
                echo.size() + " over " + echo.tunnels() + " tunnels" + (echo.tls() ? ", TLS on the frontside" : "")
                        + ", one message under way on each, as fast as they come back",
                List.of(
                        new Column("messages-per-second", "messages/s", 0, any(r -> slices(r, echo), Slice::perSecond)),
                        new Column(
                                "mebibytes-per-second",
                                "MiB/s",
                                1,
                                any(r -> slices(r, echo), Slice::mebibytesPerSecond)),
                        cpu,
                        percent("proxy-busy-percent", "proxy busy %", proxy(r -> slices(r, echo), Slice::proxyShare)),
                        percent("load-busy-percent", "load busy %", any(r -> slices(r, echo), Slice::loadShare))),
                cpu);
    }

    private static Table latency(BenchReport report) {
        Column tail = new Column("p99-micros", "p99 µs", 0, any(Result::latencies, one -> one.micros(99)));
        return new Table(
                "latency",
                "Latency of 64 B at " + report.setting().rate() + " messages a second, from when each was to be sent",
                List.of(
                        new Column("p50-micros", "p50 µs", 0, any(Result::latencies, one -> one.micros(50))),
                        tail,
                        new Column("p99.9-micros", "p99.9 µs", 0, any(Result::latencies, one -> one.micros(99.9))),
                        new Column(
                                "messages-per-second",
                                "messages/s",
                                0,
                                any(Result::latencies, one -> one.slice().perSecond())),
                        new Column(
                                "cpu-micros-per-message",
                                "CPU µs/message",
                                1,
                                proxy(Result::latencies, one -> one.slice().cpuMicros()))),
                tail);
    }

    private static Table handshakes() {
        Column cpu =
                new Column("cpu-micros-per-handshake", "CPU µs each", 0, proxy(Result::handshakes, Slice::cpuMicros));
        return new Table(
                "handshakes",
                "Opening handshakes, 16 at a time, each with its closing handshake",
                List.of(
                        new Column(
                                "handshakes-per-second", "handshakes/s", 0, any(Result::handshakes, Slice::perSecond)),
                        cpu,
                        percent("proxy-busy-percent", "proxy busy %", proxy(Result::handshakes, Slice::proxyShare)),
                        percent("load-busy-percent", "load busy %", any(Result::handshakes, Slice::loadShare))),
                cpu);
    }

    private static Table idle(BenchReport report) {
        Column each = new Column("kibibytes-per-tunnel", "KiB/tunnel", 1, idle(Idle::kibibytesPerTunnel));
        return new Table(
                "idle",
                "Memory of " + report.setting().tunnels() + " idle tunnels, or as many as go",
                List.of(
                        new Column("tunnels", "tunnels", 0, idle(Idle::tunnels)),
                        each,
                        new Column("mebibytes", "resident MiB with all", 1, idle(Idle::mebibytes))),
                each);
    }

    private static List<Slice> slices(Result result, Echo echo) {
        return result.echoes().getOrDefault(echo, List.of());
    }

    private static Function<Result, Optional<Spread>> idle(ToDoubleFunction<Idle> figure) {
        return result -> result.idle().map(idle -> Spread.of(List.of(idle), figure));
    }

    private static <T> Function<Result, Optional<Spread>> any(
            Function<Result, List<T>> measured, ToDoubleFunction<T> figure) {
        return result -> measured.apply(result).isEmpty()
                ? Optional.empty()
                : Optional.of(Spread.of(measured.apply(result), figure));
    }

    /** A figure of the proxy's own process, which the direct way has not. */
    private static <T> Function<Result, Optional<Spread>> proxy(
            Function<Result, List<T>> measured, ToDoubleFunction<T> figure) {
        return result -> result.proxy() ? any(measured, figure).apply(result) : Optional.empty();
    }

    private static Column percent(String key, String name, Function<Result, Optional<Spread>> share) {
        return new Column(
                key,
                name,
                0,
                result -> share.apply(result)
                        .map(one -> new Spread(100 * one.median(), 100 * one.least(), 100 * one.most())));
    }
}
