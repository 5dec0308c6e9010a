package org.wsproof.benchmarks.bench.figures;

/**
 * A load of messages that are sent back, one under way a tunnel.
 *
 * @param octets of a message's payload
 * @param tunnels how many at once
 */
public record Echo(int octets, int tunnels) {
    private static final int KIBI = 1024;

    /** The payload as people say it: 64 B, 16 KiB, 1 MiB. */
    public String size() {
        if (octets % (KIBI * KIBI) == 0) {
            return octets / KIBI / KIBI + " MiB";
        }
        return octets % KIBI == 0 ? octets / KIBI + " KiB" : octets + " B";
    }
}
