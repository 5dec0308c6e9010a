package org.wsproof.benchmarks.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SpreadTest {
    @Test
    void theMedianOfAnOddNumberIsTheOneInTheMiddle() {
        assertThat(Spread.of(List.of(9.0, 1.0, 4.0))).isEqualTo(new Spread(4, 1, 9));
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(1.0, 8.0, 2.0, 4.0))).isEqualTo(new Spread(3, 1, 8));
    }

    @Test
    void theFartherEndIsTheDeviation() {
        assertThat(new Spread(10, 9, 12).deviation()).isCloseTo(0.2, within(1e-9));
        assertThat(new Spread(10, 7, 12).deviation()).isCloseTo(0.3, within(1e-9));
        assertThat(new Spread(0, 0, 1).deviation()).isZero();
    }

    @Test
    void ofNothingThereIsNoMedian() {
        assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
