package org.wsproof.proxy.tunnel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Relays octets from one leg of a tunnel to the other, unaltered and in order. While the receiving leg takes nothing, one
 * buffer is pending and the sending leg is not read. Used on the tunnel's I/O thread only.
 */
final class Direction {
    /** So that one busy tunnel cannot starve its neighbours: the selector comes back to it. */
    private static final int ROUNDS = 4;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Tunnel tunnel;
    private final RelayThread relay;
    private final Leg from;
    private final Leg to;

    /** What the receiving leg has yet to take; while there is any, the sending leg is not read. */
    private @Nullable ByteBuffer pending;

    /** When the receiving leg last took an octet, or when the first one began to wait. */
    private long lastTaken;

    /** What the last read met, beside octets. */
    private boolean exhausted;

    private @Nullable IOException failure;

    /** Whether the sending leg has said its last. */
    private boolean ended;

    /** Whether the receiving leg has been told so. */
    private boolean done;

    private long octets;

    Direction(Tunnel tunnel, Leg from, Leg to) {
        this.tunnel = tunnel;
        this.relay = tunnel.relay();
        this.from = from;
        this.to = to;
    }

    /** What has passed so far. */
    TunnelReport.Flow flow() {
        return new TunnelReport.Flow(octets, 0, 0);
    }

    boolean ended() {
        return ended;
    }

    boolean done() {
        return done;
    }

    /** Whether octets have waited since before this moment without one of them being taken. */
    boolean stalledSince(long nanos) {
        return pending != null && lastTaken - nanos < 0;
    }

    boolean hasPending() {
        return pending != null;
    }

    /** Delivers what came with a head, then starts to read. */
    void start(ByteBuffer early) {
        from.sourceChannel().setReadListener(channel -> readable());
        to.sinkChannel().setWriteListener(channel -> writable());
        octets += early.remaining();
        if (early.hasRemaining()) {
            deliver(early);
        }
        if (pending == null && !tunnel.ended()) {
            from.source().resumeReads();
        }
    }

    private void readable() {
        if (tunnel.ended() || pending != null || ended) {
            from.source().suspendReads();
            return;
        }
        if (relay.manyEnds() && tunnel.isLast(this) && !from.tls() && !to.tls()) {
            from.source().suspendReads();
            new LastRead(this, from, to).hand(relay);
            return;
        }
        try {
            pump(NOTHING);
        } catch (RuntimeException | OutOfMemoryError fault) {
            tunnel.fault(fault);
        }
    }

    /** Goes on after the closer's read: it met this failure, the end of the stream, or one octet or none. */
    void lastRead(Optional<IOException> broken, boolean end, ByteBuffer octet) {
        if (tunnel.ended()) {
            return;
        }
        if (broken.isPresent()) {
            tunnel.broken(from, broken.get());
        } else if (end) {
            ended = true;
            done = true;
            tunnel.directionDone();
        } else {
            goOn(octet);
        }
    }

    private void goOn(ByteBuffer octet) {
        try {
            if (octet.hasRemaining()) {
                pump(octet);
            }
            if (pending == null && !ended && !tunnel.ended()) {
                from.source().resumeReads();
            }
        } catch (RuntimeException | OutOfMemoryError fault) {
            tunnel.fault(fault);
        }
    }

    /** Relays what can be read, behind what has been. */
    private void pump(ByteBuffer first) {
        for (int round = 0; round < ROUNDS; round++) {
            ByteBuffer buffer = relay.buffer().put(first);
            fill(buffer);
            int count = buffer.flip().remaining();
            boolean mayHaveMore = count > 0 && from.mayHaveMore(count, buffer);
            if (count > 0) {
                octets += count;
                tunnel.moved();
                deliver(buffer);
            }
            IOException broken = failure;
            if (broken != null) {
                tunnel.broken(from, broken);
            } else if (exhausted) {
                endOfStream();
            }
            if (tunnel.ended() || ended || pending != null || !mayHaveMore) {
                return;
            }
        }
    }

    /**
     * Reads once, or, as TLS gives one record at a time, until there is no more. What was read before the end or a failure
     * comes first, so those are only noted.
     */
    private void fill(ByteBuffer buffer) {
        try {
            int read = from.source().read(buffer);
            while (read > 0 && from.tls() && buffer.hasRemaining()) {
                read = from.source().read(buffer);
            }
            exhausted = read < 0;
        } catch (IOException broken) {
            failure = broken;
        }
    }

    private void deliver(ByteBuffer buffer) {
        try {
            write(buffer);
            if (buffer.hasRemaining()) {
                lastTaken = relay.now();
                from.source().suspendReads();
                pending = relay.keep(buffer);
                to.sink().resumeWrites();
            } else if (!to.sink().flush()) {
                to.sink().resumeWrites();
            }
        } catch (IOException broken) {
            tunnel.broken(to, broken);
        }
    }

    private void write(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (to.sink().write(buffer) == 0) {
                return;
            }
            lastTaken = relay.now();
            tunnel.moved();
        }
    }

    private void writable() {
        if (tunnel.ended() || done) {
            to.sink().suspendWrites();
            return;
        }
        try {
            drain();
        } catch (IOException broken) {
            tunnel.broken(to, broken);
        } catch (RuntimeException | OutOfMemoryError fault) {
            tunnel.fault(fault);
        }
    }

    private void drain() throws IOException {
        ByteBuffer waiting = pending;
        if (waiting != null) {
            write(waiting);
            if (waiting.hasRemaining()) {
                return;
            }
            pending = null;
            relay.release(waiting);
        }
        if (!to.sink().flush()) {
            return;
        }
        to.sink().suspendWrites();
        if (ended) {
            shutDown();
        } else {
            from.source().resumeReads();
        }
    }

    /** The sending leg has said its last: after what is pending, so it is told to the receiving leg. */
    void endOfStream() {
        if (ended || tunnel.ended()) {
            return;
        }
        ended = true;
        if (tunnel.isLast(this)) {
            relay.endMet();
        }
        from.source().suspendReads();
        tunnel.halfOpen(from);
        if (pending == null) {
            try {
                shutDown();
            } catch (IOException broken) {
                tunnel.broken(to, broken);
            }
        }
    }

    /** The sending leg is gone: what is pending is still delivered, and {@link Tunnel#resetAfter} asked after it. */
    void lastIsPending() {
        ended = true;
    }

    /** The receiving leg is gone: nothing more is read or written. */
    void stop() {
        ended = true;
        done = true;
        from.source().suspendReads();
        discard();
    }

    private void shutDown() throws IOException {
        if (tunnel.resetAfter(to)) {
            return;
        }
        to.sink().terminateWrites();
        if (to.sink().flush()) {
            done = true;
            to.sink().suspendWrites();
            tunnel.directionDone();
        } else {
            to.sink().resumeWrites();
        }
    }

    /** Gives the pending buffer back; nothing is relayed after it. */
    void discard() {
        ByteBuffer waiting = pending;
        if (waiting != null) {
            pending = null;
            relay.release(waiting);
        }
    }
}
