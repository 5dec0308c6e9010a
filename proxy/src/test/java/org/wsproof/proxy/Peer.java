package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** One end of a connection that the test plays itself, octet by octet. Every read has a deadline. */
public final class Peer implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final Socket socket;

    /** Plays on a connection there is. */
    public Peer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(Math.toIntExact(DEADLINE.toMillis()));
    }

    /** Connects to a port on loopback. */
    public static Peer connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return new Peer(socket);
    }

    /** Connects with a small receive buffer, so that the kernel holds little for a reader that stalls. */
    public static Peer connectNarrow(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(64 * 1024);
        socket.setSendBufferSize(64 * 1024);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return new Peer(socket);
    }

    public Socket socket() {
        return socket;
    }

    public Peer send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Peer send(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        return this;
    }

    /** Reads up to and with the empty line. */
    public String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int octet = socket.getInputStream().read();
            if (octet < 0) {
                throw new EOFException("end of stream after: " + head);
            }
            head.append((char) octet);
        }
        return head.toString();
    }

    public String read(int count) throws IOException {
        return new String(readBytes(count), StandardCharsets.ISO_8859_1);
    }

    public byte[] readBytes(int count) throws IOException {
        byte[] octets = socket.getInputStream().readNBytes(count);
        if (octets.length < count) {
            throw new EOFException("end of stream after " + octets.length + " of " + count + " octets: "
                    + new String(Arrays.copyOf(octets, Math.min(octets.length, 200)), StandardCharsets.ISO_8859_1));
        }
        return octets;
    }

    /** Reads a chunked body, and gives its content. */
    public String readChunks() throws IOException {
        StringBuilder content = new StringBuilder();
        while (true) {
            StringBuilder size = new StringBuilder();
            while (!size.toString().endsWith("\r\n")) {
                size.append(read(1));
            }
            int count = Integer.parseInt(size.toString().strip(), 16);
            content.append(read(count));
            assertThat(read(2)).isEqualTo("\r\n");
            if (count == 0) {
                return content.toString();
            }
        }
    }

    /** Reads to the end of the stream. */
    public String readToEnd() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(all);
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** Whether the other end closes, cleanly or not, without another octet. */
    public boolean seesEnd() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketException reset) {
            return true;
        }
    }

    /** Whether the other end resets the connection. */
    public boolean seesReset() throws IOException {
        try {
            return socket.getInputStream().read() > 1000;
        } catch (java.net.SocketException reset) {
            return true;
        }
    }

    public void finish() throws IOException {
        socket.shutdownOutput();
    }

    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
