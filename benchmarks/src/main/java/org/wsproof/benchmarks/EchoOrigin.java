package org.wsproof.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.OpeningHandshake;

/**
 * An origin on loopback that accepts every opening handshake and sends each message back. A blocking thread a connection: nothing
 * stands between a message's arrival and its echo. A peer that breaks the protocol loses its connection.
 */
final class EchoOrigin implements AutoCloseable {
    /** As many connections as a benchmark opens at once. */
    private static final int BACKLOG = 512;

    private final ServerSocket listener;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private EchoOrigin(ServerSocket listener) {
        this.listener = listener;
    }

    /** Listens on a port that the system chooses, for plain TCP. */
    static EchoOrigin start() throws IOException {
        return start(Optional.empty());
    }

    /** @param tls shows the certificate; empty for plain TCP */
    static EchoOrigin start(Optional<SSLContext> tls) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        ServerSocket listener = tls.isEmpty()
                ? new ServerSocket(0, BACKLOG, loopback)
                : tls.get().getServerSocketFactory().createServerSocket(0, BACKLOG, loopback);
        EchoOrigin origin = new EchoOrigin(listener);
        daemon("origin-accept", origin::accept);
        return origin;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    /** Ends every connection. */
    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket each : connections) {
            each.close();
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket accepted = listener.accept();
                daemon("origin-echo", () -> serve(accepted));
            }
        } catch (IOException e) {
            // Closed: the listener has no other fault that a client would not see as a refused connection.
        }
    }

    private void serve(Socket accepted) {
        connections.add(accepted);
        try (accepted) {
            accepted.setTcpNoDelay(true);
            FrameReader reader = new FrameReader(accepted.getInputStream());
            answer(reader.head(), accepted.getOutputStream());
            echo(reader, new FrameWriter(accepted.getOutputStream()));
        } catch (IOException e) {
            // The client sees its connection end, and says so.
        } finally {
            connections.remove(accepted);
        }
    }

    private static void answer(Head request, OutputStream out) throws IOException {
        String answer = "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Accept: " + OpeningHandshake.accept(request.joined("Sec-WebSocket-Key")) + "\r\n\r\n";
        out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void echo(FrameReader reader, FrameWriter writer) throws IOException {
        int opcode;
        do {
            opcode = reader.next(true);
            reader.echo(writer, opcode);
        } while (opcode != FrameReader.CLOSE);
    }
}
