package org.wsproof.benchmarks.bench.loads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wsproof.benchmarks.bench.figures.Slice;

final class ExtentTest {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Extent WARM_UP = new Extent(LOOK, 1, true, Duration.ofSeconds(2));

    /** A look a figure: microseconds of CPU for each of a thousand messages. */
    private static List<Slice> looks(int... micros) {
        return IntStream.of(micros)
                .mapToObj(each -> new Slice(1_000, 0, LOOK.toNanos(), 1_000_000L * each, 0))
                .toList();
    }

    @Test
    void whatStillGetsCheaperIsNotWarm() {
        assertThat(WARM_UP.enough(looks(90, 70, 60, 50, 45, 40))).isFalse();
        assertThat(WARM_UP.enough(looks(40, 40, 40))).isFalse();
    }

    @Test
    void whatCostsAsMuchAsBeforeIsWarm() {
        assertThat(WARM_UP.enough(looks(90, 40, 41, 40, 39, 41, 40))).isTrue();
    }

    @Test
    void thereIsAnEndToWarmingUp() {
        assertThat(WARM_UP.enough(looks(900, 500, 400, 150, 100))).isTrue();
    }

    @Test
    void aLookInWhichTheProxyHardlyRanTellsNothing() {
        assertThat(WARM_UP.tells(looks(10).get(0))).isFalse();
        assertThat(WARM_UP.tells(looks(60).get(0))).isTrue();
        assertThat(Extent.of(LOOK).tells(looks(10).get(0))).isTrue();
    }

    @Test
    void asLongAsNothingComesBackItGoesOnForHalfAMinute() {
        Slice nothing = new Slice(0, 0, Duration.ofSeconds(10).toNanos(), 0, 0);

        assertThat(Extent.of(LOOK).enough(List.of(nothing, nothing))).isFalse();
        assertThat(Extent.of(LOOK).enough(List.of(nothing, nothing, nothing))).isTrue();
    }
}
