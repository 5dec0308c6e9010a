package org.wsproof.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.wsproof.conformance.wire.OpeningHandshake;

/** An origin that accepts one opening handshake, and answers the first frame with octets given beforehand, and then ends. */
final class Answering implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CompletableFuture<Void> served = new CompletableFuture<>();

    /** @param hex the octets, in hexadecimal */
    Answering(String hex) throws IOException {
        Thread thread = new Thread(() -> serve(HexFormat.of().parseHex(hex)), "answering-origin");
        thread.setDaemon(true);
        thread.start();
    }

    InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    private void serve(byte[] answer) {
        try (Socket accepted = listener.accept()) {
            FrameReader reader = new FrameReader(accepted.getInputStream());
            String accept = OpeningHandshake.accept(reader.head().joined("Sec-WebSocket-Key"));
            String head = "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                    + "Sec-WebSocket-Accept: " + accept + "\r\n\r\n";
            accepted.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            reader.next(true);
            accepted.getOutputStream().write(answer);
            served.complete(null);
        } catch (IOException e) {
            served.completeExceptionally(e);
        }
    }

    /** Fails if it could not do its part. */
    @Override
    public void close() throws IOException {
        listener.close();
        served.orTimeout(5, TimeUnit.SECONDS).join();
    }
}
