package org.wsproof.benchmarks.bench.contenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MachineTest {
    @Test
    void whatProgramsAndOtherMachinesTookIsBusy() throws IOException {
        assertThat(Machine.busyNanos(List.of("cpu  100 20 3 9999 88 77 66 5 0 0", "cpu0 1 1 1 1 1 1 1 1 0 0")))
                .isEqualTo(1_280_000_000L);
        assertThat(Machine.busyNanos()).isPositive();
    }

    @Test
    void whereItIsNotToldThatIsSaid() {
        assertThatThrownBy(() -> Machine.busyNanos(List.of("intr 1")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected a line 'cpu'");
    }
}
