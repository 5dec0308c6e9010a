package org.wsproof.benchmarks.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.HeadReader;
import org.wsproof.conformance.wire.OpeningHandshake;

/** An origin that sends the first message of its first client back with the last octet changed. */
final class ChangedEcho implements AutoCloseable {
    private static final int PAYLOAD = 64;
    private static final int KEY = 2;
    private static final int HEADER = KEY + 4;

    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CompletableFuture<Void> served = new CompletableFuture<>();

    ChangedEcho() throws IOException {
        Thread thread = new Thread(this::serve, "changed-echo");
        thread.setDaemon(true);
        thread.start();
    }

    InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    private void serve() {
        try (Socket accepted = listener.accept()) {
            InputStream in = accepted.getInputStream();
            OutputStream out = accepted.getOutputStream();
            HeadReader reader = new HeadReader();
            while (!reader.take((byte) in.read())) {
                // The head goes on.
            }
            Head request = reader.head().orElseThrow();
            String head = "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                    + "Sec-WebSocket-Accept: " + OpeningHandshake.accept(request.joined("Sec-WebSocket-Key"))
                    + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            byte[] frame = in.readNBytes(HEADER + PAYLOAD);
            byte[] echo = new byte[2 + PAYLOAD];
            echo[0] = frame[0];
            echo[1] = PAYLOAD;
            for (int i = 0; i < PAYLOAD; i++) {
                echo[2 + i] = (byte) (frame[HEADER + i] ^ frame[KEY + i % 4]);
            }
            echo[1 + PAYLOAD] ^= 1;
            out.write(echo);
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
