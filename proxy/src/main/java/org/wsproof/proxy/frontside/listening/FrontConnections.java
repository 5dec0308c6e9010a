package org.wsproof.proxy.frontside.listening;

import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import org.wsproof.proxy.config.HttpHandler;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioWorker;

/** The connections that a gateway's handlers have accepted and that are no tunnels. Thread-safe. */
public final class FrontConnections {
    private static final int BUFFER_SIZE = 16 * 1024;

    private final Map<StreamConnection, FrontConnection> open = new ConcurrentHashMap<>();
    private final ByteBufferPool pool = new DefaultByteBufferPool(true, BUFFER_SIZE);

    /** What runs once none is open. */
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /** One for all: each tunnel keeps it as long as it lives. */
    private final ChannelListener<StreamConnection> whenClosed = this::closed;

    private final XnioWorker worker;

    public FrontConnections(XnioWorker worker) {
        this.worker = worker;
    }

    /**
     * How a handler's connections are received.
     *
     * @throws IOException if its certificate can't be used
     */
    public Reception reception(HttpHandler handler) throws IOException {
        return Reception.of(handler, new Reception.Means(worker.getXnio(), pool, this::request));
    }

    /** How many are open. */
    public int count() {
        return open.size();
    }

    /** Runs the task once, on any thread, when none is open; to be asked for when no more can come. */
    public void whenNone(Runnable task) {
        waiting.add(task);
        runIfNone();
    }

    /**
     * Ends all of them soon, whatever they carry: each on its own I/O thread, where a request under way on it is worked on and
     * hears of its end.
     */
    public void closeAll() {
        open.keySet().forEach(FrontConnections::close);
    }

    private static void close(StreamConnection connection) {
        try {
            connection.getIoThread().execute(() -> IoUtils.safeClose(connection));
        } catch (RejectedExecutionException stopped) {
            IoUtils.safeClose(connection);
        }
    }

    FrontConnection add(StreamConnection connection, FrontSide frontSide, Reception reception) {
        FrontConnection added = new FrontConnection(connection, frontSide, reception);
        open.put(connection, added);
        connection.setCloseListener(whenClosed);
        return added;
    }

    void retire(FrontSide leaving) {
        open.values().stream().filter(each -> each.acceptedBy(leaving)).forEach(FrontConnection::retire);
    }

    private void request(HttpServerExchange exchange) {
        StreamConnection connection = ((HttpServerConnection) exchange.getConnection()).getChannel();
        FrontConnection front = open.get(connection);
        if (front == null) {
            // It has been closed behind the back of the parser, which still had a request in its buffer.
            IoUtils.safeClose(connection);
            return;
        }
        exchange.addExchangeCompleteListener((completed, next) -> {
            next.proceed();
            if (completed.isUpgrade()) {
                remove(connection);
            }
        });
        front.request(exchange);
    }

    private void closed(StreamConnection connection) {
        FrontConnection front = open.get(connection);
        if (front != null) {
            front.closed();
        }
        remove(connection);
    }

    private void remove(StreamConnection connection) {
        open.remove(connection);
        runIfNone();
    }

    private void runIfNone() {
        if (!open.isEmpty()) {
            return;
        }
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }
}
