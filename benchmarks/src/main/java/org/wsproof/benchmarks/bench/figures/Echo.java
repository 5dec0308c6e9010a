package org.wsproof.benchmarks.bench.figures;

/**
 * A load of messages that are sent back.
 *
 * @param octets of a message's payload
 * @param tunnels how many are open at once
 * @param underWay messages under way at once, one a tunnel at most; tunnels take turns where there are more of them
 * @param tls whether the client's side is secured; the origin's never is
 */
public record Echo(int octets, int tunnels, int underWay, boolean tls) {
    private static final int KIBI = 1024;

    /** Plain, and one under way on each tunnel. */
    public Echo(int octets, int tunnels) {
        this(octets, tunnels, tunnels, false);
    }

    /** The same with TLS on the frontside. */
    public Echo secured() {
        return new Echo(octets, tunnels, underWay, true);
    }

    /** As many under way, taking turns over so many tunnels. */
    public Echo over(int more) {
        return new Echo(octets, more, underWay, tls);
    }

    /** Whether tunnels take turns. */
    public boolean takesTurns() {
        return underWay < tunnels;
    }

    /** For tools, and to be chosen by. */
    public String key() {
        return "echo-" + octets + (tls ? "-tls" : "") + (takesTurns() ? "-over-" + tunnels : "");
    }

    /** In a few words, for whoever watches. */
    public String title() {
        return size() + (tls ? " over TLS" : "") + (takesTurns() ? " over " + tunnels + " tunnels" : "");
    }

    /** The payload as people say it: 64 B, 16 KiB, 1 MiB. */
    public String size() {
        if (octets % (KIBI * KIBI) == 0) {
            return octets / KIBI / KIBI + " MiB";
        }
        return octets % KIBI == 0 ? octets / KIBI + " KiB" : octets + " B";
    }
}
