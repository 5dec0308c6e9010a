package org.wsproof.sample.server;

import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of the connections, and logs them in the words of the tutorial's server. */
final class EchoListener extends WebSocketServer {
    private static final Logger LOG = LoggerFactory.getLogger(EchoServer.class);

    private final Executor pause;
    private final AtomicLong accepted = new AtomicLong();
    private volatile boolean goingAway;

    EchoListener(ServerSocketChannel bound, Duration delay, Optional<SSLContext> tls) {
        super(bound);
        this.pause = delay.isZero()
                ? Runnable::run
                : CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS);
        setWebSocketFactory(EchoTransport.of(tls));
        setDaemon(true);
        setReuseAddr(true);
        setTcpNoDelay(true);
        // The library pings every 60 s otherwise, and no tunnel would ever be idle.
        setConnectionLostTimeout(0);
    }

    @Override
    protected boolean onConnect(SelectionKey key) {
        accepted.incrementAndGet();
        return true;
    }

    long accepted() {
        return accepted.get();
    }

    @Override
    public void onStart() {
        LOG.info("WS Started");
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
        LOG.info("Got Connection");
        EchoConnection echo = new EchoConnection(connection, pause);
        connection.setAttachment(echo);
        connection.send("Connection Established");
        if (goingAway) {
            echo.goAway();
        }
    }

    @Override
    public void onMessage(WebSocket connection, String text) {
        LOG.info("Received message => {}", text.length());
        EchoConnection.of(connection).ifPresent(echo -> echo.echo(() -> connection.send(text)));
    }

    @Override
    public void onMessage(WebSocket connection, ByteBuffer message) {
        LOG.info("Received message => {}", message.remaining());
        // The library compresses the whole array behind a buffer: it must hold the message and nothing else.
        byte[] octets = new byte[message.remaining()];
        message.get(octets);
        EchoConnection.of(connection).ifPresent(echo -> echo.echo(() -> connection.send(octets)));
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
        LOG.debug("Closed with {} by the {}", code, remote ? "client" : "server");
        synchronized (this) {
            notifyAll();
        }
    }

    @Override
    public void onError(@Nullable WebSocket connection, Exception e) {
        failed(e);
    }

    void failed(Exception e) {
        LOG.warn("A connection failed: {}", e.toString());
    }

    /** Closes every connection with 1001, and stops when all have answered, or {@code answer} is over. */
    void goAway(Duration answer) throws InterruptedException {
        goingAway = true;
        getConnections().forEach(each -> EchoConnection.of(each).ifPresent(EchoConnection::goAway));
        awaitNone(System.nanoTime() + answer.toNanos());
        getConnections().forEach(each -> each.closeConnection(CloseFrame.GOING_AWAY, ""));
        stop(1000);
    }

    private synchronized void awaitNone(long deadline) throws InterruptedException {
        long left = deadline - System.nanoTime();
        while (left > 0 && !getConnections().isEmpty()) {
            wait(1 + left / 1_000_000);
            left = deadline - System.nanoTime();
        }
    }
}
