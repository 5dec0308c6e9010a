package org.wsproof.benchmarks.bench.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.wsproof.benchmarks.bench.figures.BenchReport;
import org.wsproof.benchmarks.bench.figures.Described;
import org.wsproof.benchmarks.bench.figures.Echo;
import org.wsproof.benchmarks.bench.figures.Idle;
import org.wsproof.benchmarks.bench.figures.Latency;
import org.wsproof.benchmarks.bench.figures.Result;
import org.wsproof.benchmarks.bench.figures.Setting;
import org.wsproof.benchmarks.bench.figures.Slice;

/** A report with a figure in every place. */
final class SampleReport {
    private static final int TUNNELS = 9_000;
    private static final long SECOND = 1_000_000_000L;
    private static final List<Echo> PLAIN = List.of(new Echo(64, 32), new Echo(16_384, 8), new Echo(1_048_576, 4));
    private static final List<Echo> ECHOES = Stream.of(
                    PLAIN.stream(),
                    PLAIN.stream().map(Echo::secured),
                    Stream.of(512, 4096, TUNNELS).map(PLAIN.get(0)::over))
            .flatMap(each -> each)
            .toList();

    private SampleReport() {}

    /**
     * A report.
     *
     * @param first microseconds of CPU for one of anything with the first of them
     * @param second with the second; with the one after it a microsecond more, and so on
     */
    static BenchReport of(List<String> names, int first, int second) {
        Setting setting = new Setting("2 cores", "pinned", 1, 450, 5_000, TUNNELS, List.of("a remark"));
        List<Result> results = IntStream.range(0, names.size())
                .mapToObj(i -> result(names.get(i), i == 0 ? first : second + i - 1))
                .toList();
        return new BenchReport(setting, ECHOES, results, List.of("a warning"));
    }

    private static Result result(String name, int micros) {
        Slice slice = new Slice(1_000, 64_000, SECOND, 1_000_000L * micros, SECOND / 2);
        Map<Echo, List<Slice>> echoes = new LinkedHashMap<>();
        ECHOES.forEach(echo -> echoes.put(echo, List.of(slice)));
        Histogram nanos = new Histogram(3);
        IntStream.rangeClosed(1, 1_000).forEach(i -> nanos.recordValue(1_000L * micros * i));
        Idle idle = new Idle(
                resident(1), List.of(new Idle.Held(TUNNELS / 2, resident(20)), new Idle.Held(TUNNELS, resident(40))));
        return new Result(
                new Described(name, "1.0", "one worker", "a { <b> }"),
                true,
                echoes,
                List.of(new Latency(nanos, slice)),
                List.of(slice),
                Optional.of(idle),
                Optional.empty());
    }

    private static Idle.Memory resident(int mebibytes) {
        return new Idle.Memory((long) mebibytes << 20, OptionalLong.empty());
    }
}
