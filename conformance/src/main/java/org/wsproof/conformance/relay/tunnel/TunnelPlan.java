package org.wsproof.conformance.relay.tunnel;

import java.time.Duration;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.link.Framing;
import org.wsproof.conformance.relay.link.Link;
import org.wsproof.conformance.relay.link.Threads;

/**
 * A pair of connections that is to become a tunnel.
 *
 * @param early octets that came from the client in the same read behind its request's head
 * @param behind octets that came from the origin in the same read behind the 101's head
 * @param honoured a body that a faulty relay reads out of the origin's direction; none in a sound one
 * @param idle the time without an octet after which both legs end
 * @param neighbours the tunnels beside it
 */
public record TunnelPlan(
        Link front,
        Link back,
        int early,
        int behind,
        Framing honoured,
        Duration idle,
        Threads threads,
        Neighbours neighbours,
        Faults faults,
        Tunnels tunnels) {}
