package org.wsproof.benchmarks.bench.figures;

import java.util.List;

/**
 * What idle tunnels take.
 *
 * @param before octets resident before there was one
 * @param held more and more of them; at least one entry
 */
public record Idle(long before, List<Held> held) {
    private static final double KIBI = 1024;

    /**
     * One look.
     *
     * @param tunnels how many are held at once; above 0
     * @param octets resident with them
     */
    public record Held(int tunnels, long octets) {}

    /** Resident memory a tunnel, in KiB, with as many of them as were held. */
    public double kibibytesPerTunnel() {
        return (all().octets() - before) / KIBI / all().tunnels();
    }

    /** Resident memory of the proxy with all of them, in MiB. */
    public double mebibytes() {
        return all().octets() / KIBI / KIBI;
    }

    /** How many were held in the end. */
    public int tunnels() {
        return all().tunnels();
    }

    private Held all() {
        return held.get(held.size() - 1);
    }
}
