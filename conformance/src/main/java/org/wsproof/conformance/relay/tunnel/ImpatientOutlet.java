package org.wsproof.conformance.relay.tunnel;

import java.io.IOException;
import java.time.Duration;
import org.wsproof.conformance.relay.link.Outlet;

/** Adds up how long writes have waited, whatever went through between them, and gives the tunnel up at a limit. */
final class ImpatientOutlet implements Outlet {
    private final Outlet next;
    private final long limit;
    private final Runnable givesUp;
    private long waited;

    ImpatientOutlet(Outlet next, Duration limit, Runnable givesUp) {
        this.next = next;
        this.limit = limit.toNanos();
        this.givesUp = givesUp;
    }

    @Override
    public void write(byte[] octets, int length) throws IOException {
        long began = System.nanoTime();
        next.write(octets, length);
        waited += System.nanoTime() - began;
        if (waited >= limit) {
            givesUp.run();
        }
    }

    @Override
    public void end() throws IOException {
        next.end();
    }

    @Override
    public void abort() throws IOException {
        next.abort();
    }
}
