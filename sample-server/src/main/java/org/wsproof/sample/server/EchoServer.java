package org.wsproof.sample.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The tutorial's server: sends the text {@code Connection Established} on each new connection, and every message back as
 * it came. It never sends a Ping of its own accord, so that a proxy's idle timeout is free to fire.
 */
public final class EchoServer implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final ServerSocketChannel listener;
    private final EchoListener connections;
    private final InetSocketAddress address;

    private EchoServer(ServerSocketChannel listener, EchoListener connections) throws IOException {
        this.listener = listener;
        this.connections = connections;
        this.address = (InetSocketAddress) listener.getLocalAddress();
    }

    /**
     * Listens and returns at once; connections are accepted from then on.
     *
     * @param address where to listen; port 0 takes a free one
     * @param delay the pause before each echo, zero for none; the messages of one connection wait for each other, those
     *     of different connections do not
     * @param tls what to show where the server speaks TLS (wss)
     * @throws IOException if the address is in use or not this machine's; the message names the address
     */
    public static EchoServer start(InetSocketAddress address, Duration delay, Optional<SSLContext> tls)
            throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        try {
            listener.bind(address);
            EchoListener connections = new EchoListener(listener, delay, tls);
            EchoServer server = new EchoServer(listener, connections);
            connections.start();
            return server;
        } catch (IOException e) {
            listener.close();
            throw new IOException(address.getHostString() + ":" + address.getPort() + ": " + e.getMessage(), e);
        }
    }

    /** Where it listens, with the port it really has. */
    public InetSocketAddress address() {
        return address;
    }

    /** How many connections it has accepted so far, whatever became of them. */
    public long accepted() {
        return connections.accepted();
    }

    /**
     * Accepts no more, sends each connection a Close with 1001 (RFC 6455 §7.4.1, going away), gives it two seconds to
     * answer, and ends it. Echoes that were still paused are dropped.
     */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            connections.failed(e);
        }
        try {
            connections.goAway(ANSWER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
