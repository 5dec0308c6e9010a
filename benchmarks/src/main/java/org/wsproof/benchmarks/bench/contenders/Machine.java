package org.wsproof.benchmarks.bench.contenders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How busy this machine is with programs of all kinds, as Linux accounts for it. */
public final class Machine {
    private static final Path STAT = Path.of("/proc/stat");

    /** Linux tells it in hundredths of a second, whatever the kernel's own clock. */
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);

    private static final List<Integer> USER_NICE_SYSTEM_STEAL = List.of(1, 2, 3, 8);

    private Machine() {}

    /**
     * The CPU time of all programs since the machine started, in nanoseconds, that which another machine took on the same
     * hardware included.
     *
     * @throws IOException if it is not told
     */
    public static long busyNanos() throws IOException {
        return busyNanos(Files.readAllLines(STAT));
    }

    /** From a line as {@code cpu  10 20 30 ...}: of user, nice, system, idle, iowait, irq, softirq, steal. */
    static long busyNanos(List<String> stat) throws IOException {
        String line = stat.stream()
                .filter(one -> one.startsWith("cpu "))
                .findFirst()
                .orElseThrow(() -> new IOException("expected a line 'cpu' in " + STAT + ", found none"));
        String[] words = line.split(" +", -1);
        return TICK
                * USER_NICE_SYSTEM_STEAL.stream()
                        .mapToLong(place -> Long.parseLong(words[place]))
                        .sum();
    }
}
