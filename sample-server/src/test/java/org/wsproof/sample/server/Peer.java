package org.wsproof.sample.server;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client by hand, octet by octet: nothing of the library under test judges itself. */
final class Peer implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final String head;

    private Peer(Socket socket, String extra) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(5000);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        out = socket.getOutputStream();
        out.write(("GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + extra
                        + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith("\r\n\r\n")) {
            text.append((char) in.readUnsignedByte());
        }
        head = text.toString();
    }

    static Peer open(InetSocketAddress address, String extraFields) throws IOException {
        return new Peer(new Socket(address.getAddress(), address.getPort()), extraFields);
    }

    static Peer over(Socket connected) throws IOException {
        return new Peer(connected, "");
    }

    /** The answer to the opening handshake. */
    String head() {
        return head;
    }

    /** Sends a short frame, masked with zeros. */
    void send(int firstOctet, byte[] payload) throws IOException {
        byte[] frame = new byte[6 + payload.length];
        frame[0] = (byte) firstOctet;
        frame[1] = (byte) (0x80 | payload.length);
        System.arraycopy(payload, 0, frame, 6, payload.length);
        out.write(frame);
    }

    void sendText(String text) throws IOException {
        send(0x81, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads one frame: its first octet and its payload. */
    Frame receive() throws IOException {
        int first = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        }
        return new Frame(first, in.readNBytes(length));
    }

    String receiveText() throws IOException {
        return new String(receive().payload(), StandardCharsets.UTF_8);
    }

    /** Reads on to the end of the connection; returns how many octets came before it. */
    int toTheEnd() throws IOException {
        return in.readAllBytes().length;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** A frame as it came. */
    static final class Frame {
        private final int first;
        private final byte[] payload;

        private Frame(int first, byte[] payload) {
            this.first = first;
            this.payload = payload;
        }

        int first() {
            return first;
        }

        byte[] payload() {
            return payload;
        }

        int code() {
            return ((payload[0] & 0xff) << 8) | (payload[1] & 0xff);
        }
    }
}
