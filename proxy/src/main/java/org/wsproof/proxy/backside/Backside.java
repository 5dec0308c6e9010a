package org.wsproof.proxy.backside;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.wsproof.proxy.config.BacksideUrl;
import org.wsproof.proxy.config.Timers;
import org.xnio.XnioIoThread;

/** The origin's side of one multi-protocol gateway: where it is, and how to open a handshake with it. */
public final class Backside {
    private static final int SCRATCH_SIZE = 16 * 1024;

    private final BacksideUrl url;
    private final Timers timers;
    private final Optional<TlsClient> tls;
    private final Executor resolver;
    private final ThreadLocal<ByteBuffer> scratch =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(SCRATCH_SIZE));

    /**
     * @param tls present exactly where the URL asks for it
     * @param resolver where names are resolved, which blocks
     */
    public Backside(BacksideUrl url, Timers timers, Optional<TlsClient> tls, Executor resolver) {
        this.url = url;
        this.timers = timers;
        this.tls = tls;
        this.resolver = resolver;
    }

    /**
     * Begins an opening handshake. Called on the I/O thread, where the outcome is reported too, never before this returns.
     *
     * @param head the whole request head, as it is to be written
     */
    public Attempt handshake(XnioIoThread thread, ByteBuffer head, Consumer<Outcome> listener) {
        Attempt attempt = new Attempt(this, thread, head, listener);
        attempt.start();
        return attempt;
    }

    public BacksideUrl url() {
        return url;
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
