package org.wsproof.proxy.frontside;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.AttachmentKey;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.conduits.ConduitStreamSourceChannel;

/**
 * Notices that a client leaves while its request waits for the origin. Nothing but reading tells, so up to one buffer of what
 * follows the head is read and later pushed back. With that buffer full a leaving client is no longer seen.
 *
 * <p>One a connection, since its close listeners cannot be removed. Used on the connection's I/O thread only.
 */
final class ClientWatch {
    private static final AttachmentKey<ClientWatch> KEY = AttachmentKey.create(ClientWatch.class);

    private final HttpServerConnection connection;
    private @Nullable Runnable gone;
    private @Nullable PooledByteBuffer early;

    /** What is to be done when the connection ends, tunnel or not; a tunnel may end on another thread. */
    private volatile @Nullable Runnable held;

    private ClientWatch(HttpServerConnection connection) {
        this.connection = connection;
    }

    static ClientWatch of(HttpServerConnection connection) {
        ClientWatch known = connection.getAttachment(KEY);
        if (known != null) {
            return known;
        }
        ClientWatch watch = new ClientWatch(connection);
        connection.putAttachment(KEY, watch);
        connection.addCloseListener(closed -> watch.leave());
        return watch;
    }

    /** Runs the task when the client leaves, or when the connection ends for any other reason, until {@link #forget}. */
    void whenGone(Runnable task) {
        gone = task;
    }

    /** Begins to read, as a client that leaves cannot be seen otherwise. */
    void start() {
        ConduitStreamSourceChannel source = connection.getChannel().getSourceChannel();
        source.setReadListener(channel -> read());
        source.resumeReads();
    }

    /** Stops reading, and pushes back what was read. To be called before any answer. */
    void stop() {
        ConduitStreamSourceChannel source = connection.getChannel().getSourceChannel();
        source.suspendReads();
        source.setReadListener(null);
        PooledByteBuffer read = early;
        early = null;
        if (read == null) {
            return;
        }
        if (read.getBuffer().flip().hasRemaining()) {
            connection.ungetRequestBytes(read);
        } else {
            read.close();
        }
    }

    /** The task is not needed any more; it is let go, as this object lives as long as the connection. */
    void forget() {
        gone = null;
    }

    /** Runs the task when the connection ends, however far it has come by then, or with {@link #letGo}; at once if it has ended. */
    void hold(Runnable task) {
        held = task;
        if (!connection.isOpen()) {
            letGo();
        }
    }

    /** Runs what was to be done at the end, now. */
    void letGo() {
        Runnable task = held;
        held = null;
        if (task != null) {
            task.run();
        }
    }

    private void read() {
        ConduitStreamSourceChannel source = connection.getChannel().getSourceChannel();
        PooledByteBuffer into = early;
        if (into == null) {
            into = connection.getByteBufferPool().allocate();
            early = into;
        }
        try {
            int count = 1;
            while (count > 0 && into.getBuffer().hasRemaining()) {
                count = source.getConduit().read(into.getBuffer());
            }
            if (count < 0) {
                IoUtils.safeClose(connection);
            } else if (count > 0) {
                source.suspendReads();
            }
        } catch (IOException broken) {
            IoUtils.safeClose(connection);
        }
    }

    private void leave() {
        PooledByteBuffer read = early;
        early = null;
        if (read != null) {
            read.close();
        }
        Runnable task = gone;
        gone = null;
        if (task != null) {
            task.run();
        }
        letGo();
    }
}
