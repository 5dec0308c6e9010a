package org.wsproof.conformance.relay.tunnel;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open tunnels of a frontside, so that they can be ended together. */
public final class Tunnels {
    private final Set<Tunnel> open = ConcurrentHashMap.newKeySet();

    void opened(Tunnel tunnel) {
        open.add(tunnel);
    }

    void ended(Tunnel tunnel) {
        open.remove(tunnel);
    }

    /** Tells both ends of each that the relay is going away (RFC 6455 §7.4.1: 1001); returns at once. */
    public void sayGoingAway() {
        open.forEach(Tunnel::sayGoingAway);
    }

    /** For a fault: the same, and returns when all have been told. */
    public void sayGoingAwayPatiently() {
        open.forEach(Tunnel::sayGoingAwayPatiently);
    }

    /** Ends both legs of each in good order. */
    public void close() {
        open.forEach(Tunnel::close);
    }

    /** For a fault: resets both legs of each. */
    public void reset() {
        open.forEach(Tunnel::broken);
    }
}
