package org.wsproof.benchmarks.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiguresTest {
    private static final double EXACT = 1e-9;

    @Test
    void aSliceGivesRatesSharesAndTheCpuOfOneMessage() {
        Slice slice = new Slice(1_000, 2 * 1024 * 1024, 500_000_000L, 20_000_000L, 400_000_000L);

        assertThat(slice.perSecond()).isCloseTo(2_000, within(EXACT));
        assertThat(slice.mebibytesPerSecond()).isCloseTo(4, within(EXACT));
        assertThat(slice.cpuMicros()).isCloseTo(20, within(EXACT));
        assertThat(slice.proxyShare()).isCloseTo(0.04, within(EXACT));
        assertThat(slice.loadShare()).isCloseTo(0.8, within(EXACT));
    }

    @Test
    void latenciesAreReadInMicroseconds() {
        Histogram nanos = new Histogram(3);
        for (int i = 1; i <= 100; i++) {
            nanos.recordValue(i * 1_000L);
        }

        Latency latency = new Latency(nanos, new Slice(100, 0, 1, 0, 0));

        assertThat(latency.micros(50)).isCloseTo(50, within(0.1));
        assertThat(latency.micros(99)).isCloseTo(99, within(0.1));
    }

    @Test
    void memoryIsSharedOutAmongTheMostTunnelsHeld() {
        Idle idle = new Idle(
                new Idle.Memory(10 << 20, OptionalLong.empty()),
                List.of(
                        new Idle.Held(10, new Idle.Memory(11 << 20, OptionalLong.empty())),
                        new Idle.Held(1024, new Idle.Memory(14 << 20, OptionalLong.empty()))));

        assertThat(idle.kibibytesPerTunnel()).isCloseTo(4, within(EXACT));
        assertThat(idle.mebibytes()).isCloseTo(14, within(EXACT));
    }

    @ParameterizedTest
    @CsvSource({"100, 4", "103, 4", "105, 5"})
    void aHeapThatHasRoomAlreadyHidesNoTunnels(int residentMebibytes, double expected) {
        Idle idle = new Idle(
                new Idle.Memory(100 << 20, OptionalLong.of(20 << 20)),
                List.of(new Idle.Held(
                        1024, new Idle.Memory((long) residentMebibytes << 20, OptionalLong.of(24 << 20)))));

        assertThat(idle.kibibytesPerTunnel()).isCloseTo(expected, within(EXACT));
        assertThat(idle.mebibytes()).isCloseTo(residentMebibytes, within(EXACT));
    }

    @Test
    void sizesAreSaidAsPeopleSayThem() {
        assertThat(List.of(new Echo(64, 1).size(), new Echo(16_384, 1).size(), new Echo(1_048_576, 1).size()))
                .containsExactly("64 B", "16 KiB", "1 MiB");
    }

    @Test
    void aRatioIsTakenToTheReference() {
        BenchReport report = report(result("wsproof", 10), result("nginx", 15));

        assertThat(report.ratio(report.results().get(1), "wsproof", FiguresTest::cpu))
                .contains(1.5);
    }

    @Test
    void whoHasNoFigureHasNoRatioAndIsNoReference() {
        BenchReport report = report(result("wsproof", 10), result("direct", 0));

        assertThat(report.ratio(report.results().get(0), "direct", FiguresTest::cpu))
                .isEmpty();
        assertThat(report.ratio(report.results().get(0), "absent", FiguresTest::cpu))
                .isEmpty();
    }

    private static Optional<Double> cpu(Result result) {
        return Optional.of(result.handshakes().get(0).cpuMicros());
    }

    private static Result result(String name, long micros) {
        Slice slice = new Slice(1, 0, 1, micros * 1_000, 0);
        Described described = new Described(name, "", "", "");
        return new Result(described, true, Map.of(), List.of(), List.of(slice), Optional.empty(), Optional.empty());
    }

    private static BenchReport report(Result... results) {
        return new BenchReport(new Setting("", "", 1, 1, 1, 1, List.of()), List.of(), List.of(results), List.of());
    }
}
