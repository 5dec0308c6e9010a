package org.wsproof.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Arrays;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.HeadReader;

/**
 * Reads a head, and then frames (RFC 6455 §5.2), from one connection, blocking. A frame's payload stays in the reader's buffer until
 * the next call, so that a message costs no allocation. Not thread-safe.
 */
final class FrameReader {
    static final int BINARY = 2;
    static final int CLOSE = 8;

    /** The largest payload taken, in octets. */
    static final int MOST = 16 * 1024 * 1024;

    private static final int LONGEST_HEADER = 14;
    private static final int INITIAL = 64 * 1024;

    private final InputStream in;
    private byte[] buffer = new byte[INITIAL];
    private int start;
    private int end;
    private int payload;
    private int length;

    FrameReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next head.
     *
     * @throws ProtocolException if it is no head of HTTP/1.1
     * @throws EOFException if the peer ends the connection before it is complete
     */
    Head head() throws IOException {
        HeadReader head = new HeadReader();
        do {
            require(1);
        } while (!head.take(buffer[start++]));
        return head.head().orElseThrow(() -> new ProtocolException("expected a head of HTTP/1.1, found none"));
    }

    /**
     * Reads the next frame whole, and takes its mask off.
     *
     * @param masked whether it must have one: a client's must, an origin's must not (RFC 6455 §5.1)
     * @return its opcode
     * @throws ProtocolException if it is masked wrongly, no whole message, or larger than {@link #MOST}
     * @throws EOFException if the peer ends the connection before it is complete
     */
    int next(boolean masked) throws IOException {
        require(2);
        int first = buffer[start] & 0xff;
        int second = buffer[start + 1] & 0xff;
        if ((first & 0xf0) != 0x80 || second >> 7 != (masked ? 1 : 0)) {
            throw new ProtocolException(String.format(
                    "expected an unfragmented %s frame, found one that begins with %02x %02x",
                    masked ? "masked" : "unmasked", first, second));
        }
        int extended = (second & 0x7f) < 126 ? 0 : (second & 0x7f) == 126 ? 2 : 8;
        int header = 2 + extended + (masked ? 4 : 0);
        require(header);
        length = declared(second & 0x7f, extended);
        require(header + length);
        payload = start + header;
        if (masked) {
            Masking.apply((int) number(payload - 4, 4), buffer, payload, length);
        }
        start = payload + length;
        return first & 0xf;
    }

    /** The payload's length, in octets. */
    int length() {
        return length;
    }

    /** Hands the payload on, as a frame without a mask. */
    void echo(FrameWriter writer, int opcode) throws IOException {
        writer.unmasked(opcode, buffer, payload, length);
    }

    /** The index of the first octet in which the payload differs from {@code expected}; -1 if it is the same. */
    int mismatch(byte[] expected) {
        return Arrays.mismatch(buffer, payload, payload + length, expected, 0, expected.length);
    }

    private int declared(int small, int extended) throws ProtocolException {
        long declared = extended == 0 ? small : number(start + 2, extended);
        if (declared < 0 || declared > MOST) {
            throw new ProtocolException("expected a payload of at most " + MOST + " octets, found " + declared);
        }
        return (int) declared;
    }

    private long number(int at, int octets) {
        long number = 0;
        for (int i = at; i < at + octets; i++) {
            number = number << 8 | (buffer[i] & 0xff);
        }
        return number;
    }

    /** Reads until that many octets are there from {@code start} on. */
    private void require(int octets) throws IOException {
        if (start == end) {
            start = 0;
            end = 0;
        }
        if (start + octets > buffer.length) {
            byte[] roomier = octets > buffer.length ? new byte[octets + LONGEST_HEADER] : buffer;
            System.arraycopy(buffer, start, roomier, 0, end - start);
            end -= start;
            start = 0;
            buffer = roomier;
        }
        while (end - start < octets) {
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                throw new EOFException("the peer ended the connection");
            }
            end += read;
        }
    }
}
