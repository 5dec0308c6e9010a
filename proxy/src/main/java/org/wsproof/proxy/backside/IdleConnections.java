package org.wsproof.proxy.backside;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.wsproof.proxy.time.Timer;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioIoThread;

/** Connections to the origin between two plain requests; those of an I/O thread are used on it only. */
final class IdleConnections {
    private static final int MOST_A_THREAD = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<XnioIoThread, Deque<Idle>> threads = new ConcurrentHashMap<>();
    private final Supplier<ByteBuffer> scratch;

    IdleConnections(Supplier<ByteBuffer> scratch) {
        this.scratch = scratch;
    }

    /** One of them, and the timer that ends its wait. */
    private record Idle(StreamConnection connection, Timer timer) {}

    /** The one used last, since the origin is least likely to have given it up. */
    Optional<StreamConnection> take(XnioIoThread thread) {
        Idle idle = of(thread).pollFirst();
        if (idle == null) {
            return Optional.empty();
        }
        idle.timer().stop();
        idle.connection().getSourceChannel().suspendReads();
        idle.connection().getSourceChannel().setReadListener(null);
        return Optional.of(idle.connection());
    }

    void put(StreamConnection connection) {
        Deque<Idle> idle = of(connection.getIoThread());
        if (!connection.isOpen() || idle.size() == MOST_A_THREAD) {
            IoUtils.safeClose(connection);
            return;
        }
        try {
            Timer timer = Timer.start(connection.getIoThread(), PATIENCE, () -> drop(connection));
            idle.addFirst(new Idle(connection, timer));
        } catch (RejectedExecutionException stopping) {
            IoUtils.safeClose(connection);
            return;
        }
        connection.getSourceChannel().setReadListener(source -> readable(connection));
        connection.getSourceChannel().resumeReads();
    }

    /** Nothing is due on such a connection but its end; TLS may be readable and yet have nothing to say. */
    private void readable(StreamConnection connection) {
        if (hasSpoken(connection)) {
            drop(connection);
        }
    }

    /**
     * Whether it has ended or broken, or octets have come. What an origin says between two answers answers nobody, and must not be
     * taken for the next one (RFC 9112 §9.2).
     */
    boolean hasSpoken(StreamConnection connection) {
        try {
            return connection.getSourceChannel().getConduit().read(scratch.get().clear()) != 0;
        } catch (IOException broken) {
            return true;
        }
    }

    private void drop(StreamConnection connection) {
        of(connection.getIoThread()).removeIf(idle -> {
            boolean same = idle.connection().equals(connection);
            if (same) {
                idle.timer().stop();
            }
            return same;
        });
        IoUtils.safeClose(connection);
    }

    private Deque<Idle> of(XnioIoThread thread) {
        return threads.computeIfAbsent(thread, t -> new ArrayDeque<>());
    }
}
