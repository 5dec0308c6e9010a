package org.wsproof.proxy.tunnel;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.wsproof.proxy.tunnel.legs.Leg;

/** What goes out to one leg of a tunnel: what the leg does not take at once is pending. Used on the tunnel's I/O thread only. */
final class Outlet {
    private final Tunnel tunnel;
    private final RelayThread relay;
    private final Leg to;

    /** What the leg has yet to take; while there is any, the other leg is not read for it. */
    private @Nullable ByteBuffer pending;

    /** What is to follow that; none where nothing is pending. */
    private @Nullable ByteBuffer last;

    /** When the leg last took an octet, or when the first one began to wait. */
    private long lastTaken;

    Outlet(Tunnel tunnel, Leg to) {
        this.tunnel = tunnel;
        this.relay = tunnel.relay();
        this.to = to;
    }

    Leg to() {
        return to;
    }

    boolean hasPending() {
        return pending != null;
    }

    /** Whether octets have waited since before this moment without one of them being taken. */
    boolean stalledSince(long nanos) {
        return pending != null && lastTaken - nanos < 0;
    }

    /**
     * Writes all of the buffer, or keeps what is not taken; nothing may be pending.
     *
     * @return whether all is on its way; if not, {@link #drain} is to be called when the leg can be written again
     */
    boolean write(ByteBuffer buffer) throws IOException {
        take(buffer);
        if (buffer.hasRemaining()) {
            lastTaken = relay.now();
            pending = relay.keep(buffer);
            return false;
        }
        return to.sink().flush();
    }

    /** Writes what is pending; gives whether all is on its way. */
    boolean drain() throws IOException {
        for (ByteBuffer waiting = pending; waiting != null; waiting = pending) {
            take(waiting);
            if (waiting.hasRemaining()) {
                return false;
            }
            pending = last;
            last = null;
            relay.release(waiting);
        }
        return to.sink().flush();
    }

    private void take(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (to.sink().write(buffer) == 0) {
                return;
            }
            lastTaken = relay.now();
            tunnel.moved();
        }
    }

    /** Puts this behind all that is pending, for {@link #drain}; called once. */
    void append(ByteBuffer octets) {
        if (pending == null) {
            lastTaken = relay.now();
            pending = octets;
        } else {
            last = octets;
        }
    }

    /** Gives what is pending up. */
    void discard() {
        ByteBuffer waiting = pending;
        pending = null;
        last = null;
        if (waiting != null) {
            relay.release(waiting);
        }
    }
}
