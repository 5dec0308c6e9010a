package org.wsproof.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.OpeningHandshake;

/** A client that sends a message, waits for its echo and compares it, octet for octet. Not thread-safe. */
final class EchoClient implements AutoCloseable {
    /** Milliseconds without an octet after which an answer is taken for lost. */
    private static final int LOST = 10_000;

    private final Socket socket;
    private final Random random;
    private final FrameReader reader;
    private final FrameWriter writer;

    private EchoClient(Socket socket, Random random) throws IOException {
        this.socket = socket;
        this.random = random;
        this.reader = new FrameReader(socket.getInputStream());
        this.writer = new FrameWriter(socket.getOutputStream());
    }

    /**
     * Connects, and performs the opening handshake (RFC 6455 §4.1).
     *
     * @param random gives the key and the masking keys
     * @throws IOException if there is no connection, or no valid 101
     */
    static EchoClient connect(InetSocketAddress address, Random random) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(address, LOST);
            socket.setSoTimeout(LOST);
            socket.setTcpNoDelay(true);
            EchoClient client = new EchoClient(socket, random);
            client.open(address);
            return client;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void open(InetSocketAddress address) throws IOException {
        String key = OpeningHandshake.key(random);
        String request = "GET / HTTP/1.1\r\nHost: " + address.getAddress().getHostAddress() + ":" + address.getPort()
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                + key + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        Head answer = reader.head();
        String accept = answer.joined("Sec-WebSocket-Accept");
        if (answer.status() != 101 || !accept.equals(OpeningHandshake.accept(key))) {
            throw new ProtocolException(
                    "expected a 101 that accepts the key, found: " + answer.startLine() + " [" + accept + "]");
        }
    }

    /**
     * Sends one binary message and waits for its echo.
     *
     * @throws ProtocolException if what comes back is not this very message
     * @throws IOException if nothing comes for ten seconds, or the connection ends
     */
    void echo(byte[] message) throws IOException {
        writer.masked(FrameReader.BINARY, message, random.nextInt());
        int opcode = reader.next(false);
        int differs = reader.mismatch(message);
        if (opcode != FrameReader.BINARY || differs >= 0) {
            throw new ProtocolException("expected the echo of " + message.length + " octets, found opcode " + opcode
                    + " with " + reader.length() + " octets, the first difference at " + differs);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
