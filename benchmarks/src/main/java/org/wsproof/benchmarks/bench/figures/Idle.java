package org.wsproof.benchmarks.bench.figures;

/**
 * What idle tunnels take.
 *
 * @param tunnels how many were held at once; above 0
 * @param before octets resident before them
 * @param with octets resident with them
 */
public record Idle(int tunnels, long before, long with) {
    private static final double KIBI = 1024;

    /** Resident memory a tunnel, in KiB. */
    public double kibibytesPerTunnel() {
        return (with - before) / KIBI / tunnels;
    }

    /** Resident memory of the proxy with them, in MiB. */
    public double mebibytes() {
        return with / KIBI / KIBI;
    }
}
