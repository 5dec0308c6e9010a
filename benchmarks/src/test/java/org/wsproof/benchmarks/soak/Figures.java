package org.wsproof.benchmarks.soak;

import java.util.ArrayList;
import java.util.List;

/**
 * What a process holds.
 *
 * @param descriptors open ones
 * @param closeWait connections that the other end has closed, and this process has not
 * @param tunnels those that it says are open
 * @param heap octets in use
 * @param direct octets of direct memory in use
 */
public record Figures(long descriptors, long closeWait, long tunnels, long heap, long direct) {
    /** Collectors, compilers and caches leave something behind that tunnels have no part in. */
    private static final long HEAP_ALLOWANCE = 3 * 1024 * 1024;

    private static final long DIRECT_ALLOWANCE = 2 * 1024 * 1024;

    /** What is more than it was at the baseline; empty if nothing is. */
    List<String> above(Figures baseline) {
        List<String> above = new ArrayList<>();
        compare(above, "descriptors", descriptors, baseline.descriptors);
        compare(above, "CLOSE_WAIT", closeWait, baseline.closeWait);
        compare(above, "tunnels", tunnels, baseline.tunnels);
        compare(above, "heap octets", heap, baseline.heap + HEAP_ALLOWANCE);
        compare(above, "direct octets", direct, baseline.direct + DIRECT_ALLOWANCE);
        return above;
    }

    private static void compare(List<String> above, String what, long found, long most) {
        if (found > most) {
            above.add(what + ": expected at most " + most + ", found " + found);
        }
    }
}
