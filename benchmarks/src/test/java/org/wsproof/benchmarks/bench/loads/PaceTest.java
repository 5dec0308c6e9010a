package org.wsproof.benchmarks.bench.loads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PaceTest {
    @Test
    void aStallLeavesTheMessagesThatItHeldUpDueWhenTheyWere() {
        Pace pace = new Pace(1_000, 1_000_000);

        assertThat(pace.isDue(999)).isFalse();
        assertThat(pace.isDue(1_000)).isTrue();
        pace.sent();
        long afterAStall = 3_500;
        assertThat(pace.isDue(afterAStall)).isTrue();
        assertThat(pace.due()).isEqualTo(2_000);
        pace.sent();
        assertThat(pace.due()).isEqualTo(3_000);
        pace.sent();
        assertThat(pace.isDue(afterAStall)).isFalse();
    }
}
