package org.wsproof.conformance.relay;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Queue;
import javax.net.ssl.SSLContext;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.guard.Guard;
import org.wsproof.conformance.relay.link.Connections;
import org.wsproof.conformance.relay.link.Link;
import org.wsproof.conformance.relay.link.Threads;
import org.wsproof.conformance.relay.tunnel.Tunnels;
import org.wsproof.conformance.targets.Timers;

/**
 * What one frontside of the relay works with.
 *
 * @param leftOver for a fault: backside connections with octets that nobody asked for, to be used again
 */
record Terms(
        InetSocketAddress origin,
        Timers timers,
        Optional<SSLContext> frontTls,
        Optional<BacksideTls> backTls,
        Optional<Guard> guard,
        Tunnels tunnels,
        Connections connections,
        Threads threads,
        Crowd crowd,
        Faults faults,
        Queue<Link> leftOver) {

    /** The same, as a configuration says it that was read again. */
    Terms renewed() {
        return new Terms(
                origin, timers, frontTls, backTls, guard, tunnels, connections, threads, crowd, faults, leftOver);
    }

    /** The scheme of the frontside. */
    String scheme() {
        return frontTls.isPresent() ? "https" : "http";
    }
}
