package org.wsproof.conformance.relay.tunnel;

import java.io.IOException;
import org.wsproof.conformance.relay.link.Link;
import org.wsproof.conformance.relay.link.Outlet;

/** Ends the direction beneath TLS, which is not told. */
final class BareFinOutlet implements Outlet {
    private final Outlet next;
    private final Link link;

    BareFinOutlet(Outlet next, Link link) {
        this.next = next;
        this.link = link;
    }

    @Override
    public void write(byte[] octets, int length) throws IOException {
        next.write(octets, length);
    }

    @Override
    public void end() {
        link.truncate();
    }

    @Override
    public void abort() throws IOException {
        next.abort();
    }
}
