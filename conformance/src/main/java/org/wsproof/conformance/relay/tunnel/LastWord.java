package org.wsproof.conformance.relay.tunnel;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.wsproof.conformance.relay.link.Outlet;

/**
 * May append one Close of the relay's own to a direction, between two frames and where none was relayed; nothing is
 * relayed behind it.
 */
final class LastWord implements Outlet {
    private final Outlet next;
    private final byte[] close;
    private final boolean anywhere;
    /** Held while something is written, which blocks while the peer does not read. */
    private final ReentrantLock writing = new ReentrantLock();
    // Guarded by writing.
    private final FrameBoundary boundary = new FrameBoundary();
    private boolean said;
    private volatile boolean wanted;

    /** @param anywhere for a fault: does not wait for the end of a frame */
    LastWord(Outlet next, byte[] close, boolean anywhere) {
        this.next = next;
        this.close = close.clone();
        this.anywhere = anywhere;
    }

    /** Says it now where a frame has just ended, else as soon as one has. Does not wait for a writer that is stuck. */
    void say() throws IOException {
        wanted = true;
        if (writing.tryLock()) {
            sayAndUnlock();
        }
    }

    /** For a fault: says it when the writer is done. */
    void sayPatiently() throws IOException {
        wanted = true;
        writing.lock();
        sayAndUnlock();
    }

    private void sayAndUnlock() throws IOException {
        try {
            sayIfDue();
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void write(byte[] octets, int length) throws IOException {
        writing.lock();
        try {
            int at = 0;
            while (at < length && !said) {
                int end = wanted ? boundary.follow(octets, at, length) : followAll(octets, at, length);
                next.write(at == 0 ? octets : Arrays.copyOfRange(octets, at, end), end - at);
                at = end;
                sayIfDue();
            }
        } finally {
            writing.unlock();
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

    private int followAll(byte[] octets, int from, int end) {
        int at = from;
        while (at < end) {
            at = boundary.follow(octets, at, end);
        }
        return at;
    }

    private void sayIfDue() throws IOException {
        if (wanted && !said && !boundary.closed() && (anywhere || boundary.here())) {
            said = true;
            next.write(close, close.length);
        }
    }
}
