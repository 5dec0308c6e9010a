package org.wsproof.benchmarks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConditionsTest {
    @Test
    void theHardLimitOfDescriptorsCounts() throws IOException {
        assertThat(Conditions.descriptors(List.of(
                        "Limit                     Soft Limit           Hard Limit           Units",
                        "Max open files            1024                 20000                files")))
                .isEqualTo(20_000);
        assertThat(Conditions.descriptors(List.of("Max open files  1024  unlimited  files")))
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aLowLimitAllowsFewerThanNineThousandTunnels() {
        assertThat(Conditions.tunnels(1_000_000)).isEqualTo(9_000);
        assertThat(Conditions.tunnels(20_000)).isEqualTo(8_950);
        assertThat(Conditions.tunnels(1_024)).isEqualTo(410);
    }
}
