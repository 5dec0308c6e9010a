package org.wsproof.benchmarks.load;

/** Told of a load client's tunnels, on its one thread, which all of its calls must leave soon. */
public interface LoadListener {
    /** A valid 101 has come: messages may be sent. */
    default void opened(LoadTunnel tunnel) {}

    /**
     * A message has come back as it was sent, octet for octet.
     *
     * @param octets of its payload
     * @param sent when it was sent, or was to be, by {@link System#nanoTime}; the time since is its latency
     */
    default void echoed(LoadTunnel tunnel, int octets, long sent) {}

    /** A Close has come; code 1005 stands for none (RFC 6455 §7.1.5). */
    default void closed(LoadTunnel tunnel, int code) {}

    /** The other end has said its last. What is said here ends this direction, too. */
    default void finished(LoadTunnel tunnel) {
        tunnel.finish();
    }

    /** The connection is gone; the last call for a tunnel, and the only one for one that could not be connected. */
    default void ended(LoadTunnel tunnel, LoadEnd end) {}

    /**
     * Called once a turn of the client's thread, for sends at a pace of the listener's own.
     *
     * @param now by {@link System#nanoTime}
     * @return nanoseconds after which it wants to be called again at the latest; below a millisecond the thread does not sleep
     */
    default long turn(long now) {
        return Long.MAX_VALUE;
    }
}
