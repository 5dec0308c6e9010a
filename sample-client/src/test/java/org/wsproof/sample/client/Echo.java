package org.wsproof.sample.client;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.extensions.permessage_deflate.PerMessageDeflateExtension;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/** A server of the library, to talk with: greets, echoes, and closes with 4001 on the text 'close'. */
final class Echo extends WebSocketServer implements AutoCloseable {
    private final CountDownLatch started = new CountDownLatch(1);

    private Echo() {
        super(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                1,
                List.of(new Draft_6455(new PerMessageDeflateExtension())));
        setDaemon(true);
        setConnectionLostTimeout(0);
    }

    static Echo open() throws InterruptedException {
        Echo echo = new Echo();
        echo.start();
        echo.started.await();
        return echo;
    }

    String url() {
        return "ws://127.0.0.1:" + getPort() + "/";
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
        connection.send("hello");
    }

    @Override
    public void onMessage(WebSocket connection, String text) {
        if (text.equals("close")) {
            connection.close(4001, "as you wish");
        } else {
            connection.send(text);
        }
    }

    @Override
    public void onMessage(WebSocket connection, ByteBuffer octets) {
        connection.send(octets);
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

    @Override
    public void onError(@Nullable WebSocket connection, Exception e) {}

    @Override
    public void close() {
        try {
            stop(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
