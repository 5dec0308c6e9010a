package org.wsproof.benchmarks.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How much of everything.
 *
 * @param warmUp connections that end, in all ways, before the baseline is taken
 * @param tunnels held at once
 * @param messages exchanged while they are held
 * @param endings connections that end, in all ways, after that
 * @param lost tunnels that the origin is killed with, twice; 0 for no such thing
 * @param settling how long the gateway has until it is back at its baseline
 */
public record SoakSizes(int warmUp, int tunnels, long messages, int endings, int lost, Duration settling) {
    /** For what is no tunnel. */
    private static final int OTHERS = 1_000;

    /** As many tunnels as the gateway's process has descriptors for, two each, if they are fewer. */
    SoakSizes withinLimit() throws IOException {
        long limit = descriptors();
        int most = (int) Math.min(tunnels, (limit - OTHERS) / 2);
        return new SoakSizes(warmUp, most, messages, endings, lost, settling);
    }

    /** How many descriptors a process may have, as the virtual machine raises its limit to the most. */
    static long descriptors() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/self/limits")).stream()
                .filter(each -> each.startsWith("Max open files"))
                .findFirst()
                .orElseThrow();
        String hard = line.split(" +", -1)[4];
        return hard.equals("unlimited") ? Integer.MAX_VALUE : Long.parseLong(hard);
    }
}
