package org.wsproof.conformance.relay;

import java.net.InetSocketAddress;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.link.Connections;
import org.wsproof.conformance.relay.link.Threads;
import org.wsproof.conformance.targets.Timers;

/** What one frontside of the relay works with. */
record Terms(
        InetSocketAddress origin,
        Timers timers,
        Optional<SSLContext> frontTls,
        Optional<BacksideTls> backTls,
        Connections connections,
        Threads threads,
        Crowd crowd,
        Faults faults) {

    /** The scheme of the frontside. */
    String scheme() {
        return frontTls.isPresent() ? "https" : "http";
    }
}
