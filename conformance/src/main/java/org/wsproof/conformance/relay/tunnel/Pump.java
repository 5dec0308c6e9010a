package org.wsproof.conformance.relay.tunnel;

import java.io.IOException;
import org.wsproof.conformance.relay.link.Drain;
import org.wsproof.conformance.relay.link.End;
import org.wsproof.conformance.relay.link.Outlet;

/** One direction of a tunnel: octets as they come, then the end as it came. */
final class Pump implements Drain {
    private final Outlet outlet;
    private final Activity activity;
    private final Tunnel tunnel;

    Pump(Outlet outlet, Activity activity, Tunnel tunnel) {
        this.outlet = outlet;
        this.activity = activity;
        this.tunnel = tunnel;
    }

    @Override
    public void octets(byte[] octets, int length) {
        if (tunnel.over()) {
            return;
        }
        try {
            tunnel.carried(length);
            activity.read(octets, length);
            outlet.write(octets, length);
        } catch (IOException e) {
            tunnel.broken();
        }
    }

    @Override
    public void ended(End how) {
        try {
            if (how == End.FIN) {
                tunnel.finished(outlet);
            } else {
                outlet.abort();
                tunnel.broken();
            }
        } catch (IOException e) {
            tunnel.broken();
        }
    }
}
