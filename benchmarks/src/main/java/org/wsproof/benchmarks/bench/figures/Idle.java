package org.wsproof.benchmarks.bench.figures;

import java.util.List;
import java.util.OptionalLong;

/**
 * What idle tunnels take.
 *
 * @param before what the proxy had before there was one
 * @param held more and more of them; at least one entry
 */
public record Idle(Memory before, List<Held> held) {
    private static final double KIBI = 1024;

    /**
     * What a proxy has.
     *
     * @param resident octets
     * @param live octets of a Java process's heap that are in use after a collection; empty for others
     */
    public record Memory(long resident, OptionalLong live) {}

    /**
     * One look.
     *
     * @param tunnels how many are held at once; above 0
     * @param memory with them
     */
    public record Held(int tunnels, Memory memory) {}

    /**
     * Memory a tunnel, in KiB, with as many of them as were held: what the resident memory has grown by, or the heap in use if that is more,
     * since a heap that has once been larger has room for them already.
     */
    public double kibibytesPerTunnel() {
        Memory with = all().memory();
        long resident = with.resident() - before.resident();
        boolean both = with.live().isPresent() && before.live().isPresent();
        long live = both ? with.live().getAsLong() - before.live().getAsLong() : 0;
        return Math.max(resident, live) / KIBI / all().tunnels();
    }

    /** Resident memory of the proxy with all of them, in MiB. */
    public double mebibytes() {
        return all().memory().resident() / KIBI / KIBI;
    }

    /** How many were held in the end. */
    public int tunnels() {
        return all().tunnels();
    }

    private Held all() {
        return held.get(held.size() - 1);
    }
}
