package org.wsproof.conformance.relay.tunnel;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.wsproof.conformance.relay.link.Outlet;
import org.wsproof.conformance.relay.link.Threads;

/** Loses the last octets before the direction's end: it holds them back a little, to see whether the end follows. */
final class TailOutlet implements Outlet {
    private static final int TAIL = 1024;
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final Outlet next;
    private final Threads threads;
    private final Runnable failed;

    // Guarded by this.
    private byte[] tail = new byte[0];
    private long turn;

    TailOutlet(Outlet next, Threads threads, Runnable failed) {
        this.next = next;
        this.threads = threads;
        this.failed = failed;
    }

    @Override
    public synchronized void write(byte[] octets, int length) throws IOException {
        next.write(tail, tail.length);
        int kept = Math.min(TAIL, length);
        next.write(octets, length - kept);
        tail = Arrays.copyOfRange(octets, length - kept, length);
        turn++;
        long mine = turn;
        threads.after(PATIENCE, () -> release(mine));
    }

    private synchronized void release(long held) {
        if (held != turn) {
            return;
        }
        byte[] late = tail;
        tail = new byte[0];
        try {
            next.write(late, late.length);
        } catch (IOException e) {
            failed.run();
        }
    }

    @Override
    public synchronized void end() throws IOException {
        turn++;
        next.end();
    }

    @Override
    public synchronized void abort() throws IOException {
        turn++;
        next.abort();
    }
}
