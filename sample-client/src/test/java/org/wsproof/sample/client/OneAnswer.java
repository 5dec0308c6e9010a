package org.wsproof.sample.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** A server by hand: reads one opening handshake, writes what it was given, and ends as it is told. */
final class OneAnswer implements AutoCloseable {
    private final ServerSocket listener;
    private final CompletableFuture<Map<String, String>> request = new CompletableFuture<>();

    private OneAnswer(ServerSocket listener) {
        this.listener = listener;
    }

    /**
     * Answers the first connection.
     *
     * @param head the answer's head; ACCEPT in it becomes the accept of the key received
     * @param frames written after it
     * @param untilClient whether it waits for the client to end the connection, or ends it at once
     */
    static OneAnswer with(String head, byte[] frames, boolean untilClient) throws IOException {
        OneAnswer server = new OneAnswer(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(() -> server.serve(head, frames, untilClient), "one-answer");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    String url() {
        return "ws://127.0.0.1:" + listener.getLocalPort() + "/";
    }

    /** The request's fields, names in lower case; waits for it. */
    Map<String, String> request() {
        return request.join();
    }

    private void serve(String head, byte[] frames, boolean untilClient) {
        try (Socket socket = listener.accept()) {
            InputStream in = socket.getInputStream();
            Map<String, String> fields = read(in);
            OutputStream out = socket.getOutputStream();
            out.write(head.replace("ACCEPT", accept(fields)).getBytes(StandardCharsets.US_ASCII));
            out.write(frames);
            out.flush();
            request.complete(fields);
            while (untilClient && in.read() >= 0) {
                // Nothing of what the client says matters here.
            }
        } catch (IOException e) {
            request.completeExceptionally(new UncheckedIOException(e));
        }
    }

    private static Map<String, String> read(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith("\r\n\r\n")) {
            text.append((char) in.read());
        }
        Map<String, String> fields = new TreeMap<>();
        text.toString().lines().skip(1).filter(line -> !line.isEmpty()).forEach(line -> {
            int colon = line.indexOf(':');
            fields.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        });
        return fields;
    }

    private static String accept(Map<String, String> fields) {
        String text = fields.getOrDefault("sec-websocket-key", "") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
