package org.wsproof.proxy.backside;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.wsproof.proxy.config.BacksideUrl;
import org.wsproof.proxy.config.Timers;
import org.xnio.StreamConnection;
import org.xnio.XnioIoThread;

/** The origin's side of one multi-protocol gateway: where it is, and how to ask it. */
public final class Backside {
    private static final int SCRATCH_SIZE = 16 * 1024;

    private final BacksideUrl url;

    /** Asked for each connection, and not for nothing. */
    private final boolean isAddress;

    private final Timers timers;
    private final Optional<TlsClient> tls;
    private final Executor resolver;
    private final IdleConnections idle = new IdleConnections(this::scratch);
    private final ThreadLocal<ByteBuffer> scratch =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(SCRATCH_SIZE));

    /**
     * @param tls present exactly where the URL asks for it
     * @param resolver where names are resolved, which blocks
     */
    public Backside(BacksideUrl url, Timers timers, Optional<TlsClient> tls, Executor resolver) {
        this.url = url;
        this.isAddress = url.isAddress();
        this.timers = timers;
        this.tls = tls;
        this.resolver = resolver;
    }

    /** Begins a request to the origin. Called on the I/O thread, where its listener is told too. */
    public Attempt ask(XnioIoThread thread, RequestOctets request, Attempt.Listener listener) {
        Attempt attempt = new Attempt(this, thread, request, listener);
        attempt.start();
        return attempt;
    }

    /** Takes back a connection whose last answer is whole and that may carry another request. */
    public void giveBack(StreamConnection connection) {
        idle.put(connection);
    }

    /** How long the origin may be silent before it is given up. */
    public Duration patience() {
        return timers.handshake();
    }

    /** How long a client may take nothing while octets of its answer wait for it. */
    public Duration stalledWrite() {
        return timers.stalledWrite();
    }

    BacksideUrl url() {
        return url;
    }

    /** Whether the host is an address, which nobody needs to resolve. */
    boolean isAddress() {
        return isAddress;
    }

    IdleConnections idle() {
        return idle;
    }

    Timers timers() {
        return timers;
    }

    Optional<TlsClient> tls() {
        return tls;
    }

    Executor resolver() {
        return resolver;
    }

    /** A buffer of the I/O thread's; what it holds is of no use to the next caller. */
    ByteBuffer scratch() {
        return scratch.get();
    }
}
