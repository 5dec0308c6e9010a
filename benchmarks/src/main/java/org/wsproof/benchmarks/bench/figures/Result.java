package org.wsproof.benchmarks.bench.figures;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was measured of one contender: one entry a round, except for the memory, which is measured once.
 *
 * @param idle empty on the direct way, and where it failed before
 * @param failure why it was not measured to the end; empty if it was
 */
public record Result(
        Described described,
        boolean proxy,
        Map<Echo, List<Slice>> echoes,
        List<Latency> latencies,
        List<Slice> handshakes,
        Optional<Idle> idle,
        Optional<String> failure) {}
