package org.wsproof.conformance.relay.tunnel;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.wsproof.conformance.relay.link.Outlet;
import org.wsproof.conformance.relay.link.Threads;

/**
 * Lets the reader go on while the writer is stuck, and holds what was not written: up to a limit, at which it either
 * holds the reader back after all or, when its patience is over, drops everything.
 */
final class HeldOutlet implements Outlet {
    private final Outlet next;
    private final long limit;
    private final long patience;
    private final Runnable failed;

    // Guarded by this.
    private final Deque<byte[]> held = new ArrayDeque<>();
    private long size;
    private boolean ended;
    private boolean aborted;

    /**
     * @param limit octets held at most
     * @param patience how long to wait for room before all that is held is dropped
     */
    HeldOutlet(Outlet next, long limit, Duration patience, Runnable failed) {
        this.next = next;
        this.limit = limit;
        this.patience = patience.toNanos();
        this.failed = failed;
    }

    HeldOutlet start(Threads threads) {
        threads.run(this::writeOut);
        return this;
    }

    @Override
    public synchronized void write(byte[] octets, int length) throws IOException {
        awaitRoom();
        held.add(Arrays.copyOf(octets, length));
        size += length;
        notifyAll();
    }

    private synchronized void awaitRoom() throws IOException {
        long until = System.nanoTime() + patience;
        try {
            while (size >= limit && !aborted) {
                long left = (until - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    held.clear();
                    size = 0;
                } else {
                    wait(left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public synchronized void end() {
        ended = true;
        notifyAll();
    }

    @Override
    public synchronized void abort() {
        aborted = true;
        held.clear();
        notifyAll();
    }

    private void writeOut() {
        try {
            for (byte[] block = take(); block.length > 0; block = take()) {
                next.write(block, block.length);
            }
            if (!aborted()) {
                next.end();
            }
        } catch (IOException e) {
            abort();
            failed.run();
        }
    }

    private synchronized boolean aborted() {
        return aborted;
    }

    /** The next block; an empty one at the end. */
    private synchronized byte[] take() throws IOException {
        try {
            while (held.isEmpty() && !ended && !aborted) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (held.isEmpty()) {
            return new byte[0];
        }
        byte[] block = held.remove();
        size -= block.length;
        notifyAll();
        return block;
    }
}
