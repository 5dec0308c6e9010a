package org.wsproof.conformance.relay;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.HeadReader;

/** One end of a connection in a test. Every read is bounded. */
record Peer(Socket socket) implements AutoCloseable {
    static Peer of(Socket socket) throws IOException {
        socket.setSoTimeout(5_000);
        return new Peer(socket);
    }

    void send(String latin1) throws IOException {
        socket.getOutputStream().write(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    Head head() throws IOException {
        HeadReader reader = new HeadReader();
        for (int octet = socket.getInputStream().read();
                octet >= 0;
                octet = socket.getInputStream().read()) {
            if (reader.take((byte) octet)) {
                return reader.head().orElseThrow();
            }
        }
        throw new IOException("no head, but '" + reader.raw() + "'");
    }

    String read(int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    /** True at the end of the peer's direction. */
    boolean ended() throws IOException {
        return socket.getInputStream().read() < 0;
    }

    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
