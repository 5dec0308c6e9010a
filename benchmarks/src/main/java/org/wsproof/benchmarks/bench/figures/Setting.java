package org.wsproof.benchmarks.bench.figures;

import java.util.List;

/**
 * Under which conditions was measured.
 *
 * @param machine cores, operating system and Java, in a line
 * @param cores who ran where, in a line
 * @param rate messages a second while latencies were taken
 * @param tunnels idle ones held at once
 * @param remarks what a reader must know before comparing: what was left out, and why
 */
public record Setting(
        String machine, String cores, int rounds, long sliceMillis, int rate, int tunnels, List<String> remarks) {}
