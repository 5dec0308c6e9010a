package org.wsproof.conformance.relay.tunnel;

import java.io.IOException;
import java.io.OutputStream;
import org.wsproof.conformance.relay.link.Link;
import org.wsproof.conformance.relay.link.Outlet;

/** Writes to a connection in pieces, so that a slow reader is seen to be alive between them. */
final class LinkOutlet implements Outlet {
    private static final int PIECE = 8 * 1024;

    private final Link link;
    private final OutputStream stream;
    private final Activity activity;
    private final Object lock;

    /** @param lock held while writing */
    LinkOutlet(Link link, OutputStream stream, Activity activity, Object lock) {
        this.link = link;
        this.stream = stream;
        this.activity = activity;
        this.lock = lock;
    }

    @Override
    public void write(byte[] octets, int length) throws IOException {
        synchronized (lock) {
            for (int at = 0; at < length; at += PIECE) {
                stream.write(octets, at, Math.min(PIECE, length - at));
                activity.wrote();
            }
        }
    }

    @Override
    public void end() {
        link.finish();
    }

    @Override
    public void abort() {}
}
