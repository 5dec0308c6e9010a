package org.wsproof.benchmarks.bench.contenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProcTest {
    @Test
    void residentMemoryIsReadInOctets() throws IOException {
        assertThat(ProcessTree.resident(
                        List.of("00400000-7fff ---p 0 0:0 0 [rollup]", "Rss:                1234 kB", "Pss: 9 kB")))
                .isEqualTo(1234 * 1024);
    }

    @Test
    void aRollupWithoutResidentMemoryIsAnError() {
        assertThatThrownBy(() -> ProcessTree.resident(List.of("Pss: 9 kB"))).hasMessageContaining("Rss:");
    }

    @Test
    void coresAreReadAsRangesAndSingles() throws IOException {
        assertThat(Cores.allowed(List.of("Cpus_allowed:\tf", "Cpus_allowed_list:\t0-2,5")))
                .containsExactly(0, 1, 2, 5);
    }

    @Test
    void whatAThreadBurnsIsInItsProcesssCpu() throws IOException {
        ProcessTree self = ProcessTree.ofThisAlone();
        long before = self.cpuNanos();
        long until = System.nanoTime() + 50_000_000;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }

        assertThat(self.cpuNanos() - before).isGreaterThan(1_000_000);
    }

    @Test
    void childrenBelongToTheTree() throws Exception {
        Process process = new ProcessBuilder("sh", "-c", "sleep 20 & echo ready; wait").start();
        try {
            assertThat(process.inputReader().readLine()).isEqualTo("ready");
            ProcessTree tree = ProcessTree.of(process.pid());
            long alone = ProcessTree.of(
                            process.descendants().findFirst().orElseThrow().pid())
                    .residentOctets();
            assertThat(tree.residentOctets()).isGreaterThan(alone);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
