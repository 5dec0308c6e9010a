package org.wsproof.benchmarks.bench.figures;

/**
 * A load of messages that are sent back, one under way a tunnel.
 *
 * @param octets of a message's payload
 * @param tunnels how many at once
 * @param tls whether the client's side is secured; the origin's never is
 */
public record Echo(int octets, int tunnels, boolean tls) {
    private static final int KIBI = 1024;

    /** Plain. */
    public Echo(int octets, int tunnels) {
        this(octets, tunnels, false);
    }

    /** The same with TLS on the frontside. */
    public Echo secured() {
        return new Echo(octets, tunnels, true);
    }

    /** In a word or three, for whoever watches. */
    public String title() {
        return size() + (tls ? " over TLS" : "");
    }

    /** The payload as people say it: 64 B, 16 KiB, 1 MiB. */
    public String size() {
        if (octets % (KIBI * KIBI) == 0) {
            return octets / KIBI / KIBI + " MiB";
        }
        return octets % KIBI == 0 ? octets / KIBI + " KiB" : octets + " B";
    }
}
