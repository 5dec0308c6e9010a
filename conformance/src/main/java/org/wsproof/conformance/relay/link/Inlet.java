package org.wsproof.conformance.relay.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The reading side of a connection. A thread of its own reads ahead, {@value #ROOM} octets at most, so that the peer's
 * end is noticed while nobody waits for octets. They are then either read from here, by one thread, or, once and for
 * all, poured into a drain.
 */
public final class Inlet extends InputStream {
    private static final int ROOM = 64 * 1024;

    private final InputStream source;
    private final CompletableFuture<End> end = new CompletableFuture<>();
    private final Object lock = new Object();

    // Guarded by lock: held[from, until) was read ahead and not taken; finished is set after the last octet was put
    // there.
    private byte[] held = new byte[0];
    private int from;
    private int until;
    private Optional<End> finished = Optional.empty();
    private Optional<Drain> drain = Optional.empty();
    private long deadline;
    private boolean bounded;
    private boolean holdsAll;

    Inlet(InputStream source) {
        this.source = source;
    }

    /** Told as soon as the peer's end is noticed, which may be before all its octets were taken; at once if it was. */
    public void onEnd(Consumer<End> listener) {
        CompletableFuture<Void> unused = end.thenAccept(listener);
    }

    /** True once the peer has reset the connection. */
    public boolean wasReset() {
        return end.getNow(End.FIN) == End.RESET;
    }

    /** Waits until the peer has ended. */
    public void awaitEnd() {
        end.join();
    }

    /** Reads that wait longer than this from now throw {@link SocketTimeoutException}, until it is set anew. */
    public void within(Duration time) {
        synchronized (lock) {
            deadline = System.nanoTime() + time.toNanos();
            bounded = true;
        }
    }

    /** Hands over what was read ahead, and all that follows, from the reading thread itself. */
    public void pourInto(Drain taker) {
        boolean over;
        synchronized (lock) {
            if (until > from) {
                byte[] early = Arrays.copyOfRange(held, from, until);
                taker.octets(early, early.length);
            }
            held = new byte[0];
            from = 0;
            until = 0;
            drain = Optional.of(taker);
            over = finished.isPresent();
            lock.notifyAll();
        }
        if (over) {
            taker.ended(end.join());
        }
    }

    /** Reads ahead until the peer ends; blocks for the connection's life. */
    void readAhead() {
        byte[] block = new byte[ROOM];
        End how = End.FIN;
        try {
            for (int n = source.read(block); n >= 0; n = source.read(block)) {
                deliver(block, n);
            }
        } catch (IOException | InterruptedException e) {
            how = End.RESET;
        }
        end.complete(how);
        Optional<Drain> taker;
        synchronized (lock) {
            finished = Optional.of(how);
            taker = drain;
            lock.notifyAll();
        }
        if (taker.isPresent()) {
            taker.get().ended(how);
        }
    }

    private void deliver(byte[] block, int length) throws InterruptedException {
        Optional<Drain> taker;
        synchronized (lock) {
            while (drain.isEmpty() && until > from && !holdsAll) {
                lock.wait();
            }
            if (drain.isEmpty()) {
                hold(block, length);
                lock.notifyAll();
            }
            taker = drain;
        }
        if (taker.isPresent()) {
            taker.get().octets(block, length);
        }
    }

    /** Called with the lock held; there is something to add to only where all is held. */
    private void hold(byte[] block, int length) {
        if (until == from) {
            from = 0;
            until = 0;
        }
        if (held.length < until + length) {
            held = Arrays.copyOf(held, Math.max(until + length, holdsAll ? 2 * held.length : 0));
        }
        System.arraycopy(block, 0, held, until, length);
        until += length;
    }

    /** For a fault: goes on reading ahead however much is held. */
    public void holdAll() {
        synchronized (lock) {
            holdsAll = true;
            lock.notifyAll();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        synchronized (lock) {
            awaitOctets();
            if (until == from) {
                return ended();
            }
            int n = Math.min(length, until - from);
            System.arraycopy(held, from, target, offset, n);
            from += n;
            lock.notifyAll();
            return n;
        }
    }

    /** Octets that were read ahead and not taken. */
    @Override
    public int available() {
        synchronized (lock) {
            return until - from;
        }
    }

    /** Waits this long at most until there is something to take. */
    public void settle(Duration time) throws InterruptedIOException {
        long by = System.nanoTime() + time.toNanos();
        try {
            synchronized (lock) {
                long left = time.toMillis();
                while (left > 0 && until == from && finished.isEmpty()) {
                    lock.wait(left);
                    left = (by - System.nanoTime()) / 1_000_000;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private int ended() throws IOException {
        if (end.join() == End.RESET) {
            throw new IOException("the connection was reset");
        }
        return -1;
    }

    /** Called with the lock held. */
    private void awaitOctets() throws IOException {
        try {
            while (until == from && finished.isEmpty()) {
                lock.wait(millisLeft());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** 0 where there is no bound. */
    private long millisLeft() throws SocketTimeoutException {
        long millis = bounded ? (deadline - System.nanoTime()) / 1_000_000 + 1 : 0;
        if (bounded && millis <= 0) {
            throw new SocketTimeoutException("nothing came in time");
        }
        return millis;
    }
}
