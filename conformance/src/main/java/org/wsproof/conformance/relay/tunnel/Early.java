package org.wsproof.conformance.relay.tunnel;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.Arrays;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.link.Drain;
import org.wsproof.conformance.relay.link.End;
import org.wsproof.conformance.relay.link.Framing;
import org.wsproof.conformance.relay.link.Inlet;
import org.wsproof.conformance.relay.link.Outlet;

/** The first octets of a tunnel: those that came with a head are delivered once, in order, before all others. */
final class Early {
    private final TunnelPlan plan;
    private final Faults faults;
    private final Tunnel tunnel;

    Early(TunnelPlan plan, Tunnel tunnel) {
        this.plan = plan;
        this.faults = plan.faults();
        this.tunnel = tunnel;
    }

    /** Connects both directions; the client's on a thread of its own, since the origin may not take its octets yet. */
    void pour(Drain forth, Drain home, Outlet front) throws IOException {
        Inlet client = plan.front().inlet();
        if (faults.has(Fault.LOSES_EARLY_OCTETS)) {
            client.skipNBytes(plan.early());
        }
        plan.threads().run(() -> client.pourInto(forth));
        Inlet origin = plan.back().inlet();
        if (faults.has(Fault.LOSES_OCTETS_BEHIND_101)) {
            origin.skipNBytes(plan.behind());
        }
        if (faults.has(Fault.OCTETS_BEHIND_101_TWICE)) {
            byte[] octets = origin.readNBytes(plan.behind());
            byte[] twice = Arrays.copyOf(octets, 2 * octets.length);
            System.arraycopy(octets, 0, twice, octets.length, octets.length);
            front.write(twice, twice.length);
        }
        if (plan.honoured().kind() == Framing.Kind.NONE) {
            origin.pourInto(home);
        } else {
            honour(origin, home);
        }
    }

    /** Takes the origin's octets for a body, and drops what follows it. */
    private void honour(Inlet origin, Drain home) throws IOException {
        try {
            Framing.NONE.write(plan.honoured().body(origin), plan.front().outlet());
        } catch (ProtocolException e) {
            tunnel.close();
        }
        origin.pourInto(new Drain() {
            @Override
            public void octets(byte[] octets, int length) {}

            @Override
            public void ended(End how) {
                home.ended(how);
            }
        });
    }
}
