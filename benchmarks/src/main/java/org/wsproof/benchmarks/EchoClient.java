package org.wsproof.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.OpeningHandshake;

/** A client that sends a message, waits for its echo and compares it, octet for octet. Not thread-safe. */
final class EchoClient implements AutoCloseable {
    /** Status code 1000 (RFC 6455 §7.4.1). */
    private static final byte[] NORMAL = {3, (byte) 0xE8};

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

    /** Over plain TCP. */
    static EchoClient connect(InetSocketAddress address, Random random) throws IOException {
        return connect(new Door(address, Optional.empty()), random);
    }

    /**
     * Connects, and performs the opening handshake (RFC 6455 §4.1).
     *
     * @param random gives the key and the masking keys
     * @throws IOException if there is no connection, or no valid 101
     */
    static EchoClient connect(Door door, Random random) throws IOException {
        Socket socket = door.connect();
        try {
            EchoClient client = new EchoClient(socket, random);
            client.open(door.address());
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

    /** Sends one binary message, and waits for its echo; throws as {@link #expect}. */
    void echo(byte[] message) throws IOException {
        send(message);
        expect(message);
    }

    /** Sends one binary message. */
    void send(byte[] message) throws IOException {
        writer.masked(FrameReader.BINARY, message, random.nextInt());
    }

    /**
     * Waits for the echo of a message that was sent.
     *
     * @throws ProtocolException if what comes back is not this very message
     * @throws IOException if nothing comes for ten seconds, or the connection ends
     */
    void expect(byte[] message) throws IOException {
        int opcode = reader.next(false);
        int differs = reader.mismatch(message);
        if (opcode != FrameReader.BINARY || differs >= 0) {
            throw new ProtocolException("expected the echo of " + message.length + " octets, found opcode " + opcode
                    + " with " + reader.length() + " octets, the first difference at " + differs);
        }
    }

    /**
     * The closing handshake (RFC 6455 §7), after which the connection is closed.
     *
     * @throws ProtocolException if the answer to the Close is no Close
     */
    void part() throws IOException {
        writer.masked(FrameReader.CLOSE, NORMAL, random.nextInt());
        int opcode = reader.next(false);
        if (opcode != FrameReader.CLOSE) {
            throw new ProtocolException("expected a Close, found opcode " + opcode);
        }
        close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
