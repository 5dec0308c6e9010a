package org.wsproof.benchmarks.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wsproof.benchmarks.bench.contenders.Machine;
import org.wsproof.benchmarks.bench.contenders.ProcessTree;
import org.wsproof.benchmarks.bench.contenders.Started;

/** Watches whether others use the machine while it measures. */
final class Neighbours {
    /** As a part of one core. */
    private static final double TOO_BUSY = 0.1;

    private final List<ProcessTree> own;
    private final long before;
    private final long began = System.nanoTime();

    private Neighbours(List<ProcessTree> own) throws IOException {
        this.own = own;
        this.before = others();
    }

    /** From now on. */
    static Neighbours watch(List<Started> running) throws IOException {
        List<ProcessTree> own = new ArrayList<>(List.of(ProcessTree.ofThisAlone()));
        running.forEach(one -> one.tree().ifPresent(own::add));
        return new Neighbours(own);
    }

    private long others() throws IOException {
        long sum = Machine.busyNanos();
        for (ProcessTree tree : own) {
            sum -= tree.cpuNanos();
        }
        return sum;
    }

    /** What has to be said of them; empty if they were quiet, or a proxy has ended and it is not known. */
    List<String> warnings() {
        try {
            double share = (double) (others() - before) / (System.nanoTime() - began);
            return share <= TOO_BUSY ? List.of() : List.of(said(share));
        } catch (IOException ended) {
            return List.of();
        }
    }

    private static String said(double share) {
        return String.format(
                "other programs kept the machine busy, %.0f %% of a core: run it again when they are quiet",
                100 * share);
    }
}
