package org.wsproof.proxy.tunnel;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wsproof.proxy.time.Timer;
import org.xnio.IoUtils;
import org.xnio.XnioIoThread;

/**
 * The stalled-write timer of a connection that is no tunnel yet, or not to be one: closes it once it has taken nothing for so
 * long while octets wait for it. Used on the I/O thread only.
 */
public final class StalledWrite {
    private static final Logger LOG = LoggerFactory.getLogger(StalledWrite.class);

    private final XnioIoThread thread;
    private final Duration limit;
    private final Closeable connection;

    /** Set while octets wait. */
    private @Nullable Timer timer;

    /**
     * @param limit more than zero
     * @param connection what is closed
     */
    public StalledWrite(XnioIoThread thread, Duration limit, Closeable connection) {
        this.thread = thread;
        this.limit = limit;
        this.connection = connection;
    }

    /** Octets wait; the time runs from the first such call after {@link #taken}. */
    public void waits() {
        if (timer != null) {
            return;
        }
        try {
            timer = Timer.start(thread, limit, this::end);
        } catch (RejectedExecutionException stopping) {
            IoUtils.safeClose(connection);
        }
    }

    /** Octets have been taken, or none wait any more. */
    public void taken() {
        Timer running = timer;
        timer = null;
        if (running != null) {
            running.stop();
        }
    }

    /** Whether the time runs. */
    public boolean waiting() {
        return timer != null;
    }

    private void end() {
        timer = null;
        LOG.warn("a client is given up: it has not taken its answer for {} ms", limit.toMillis());
        IoUtils.safeClose(connection);
    }
}
