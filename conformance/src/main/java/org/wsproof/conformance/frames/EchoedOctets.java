package org.wsproof.conformance.frames;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Turns a client's frames into an echo server's, octet by octet as they come: the mask bit, the key and the mask are taken
 * off, a Ping becomes its Pong (RFC 6455 §5.5.2), and a Pong becomes nothing. A Close is its own reply; see {@link #closed}.
 */
public final class EchoedOctets {
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final byte[] header = new byte[14];
    private int headerLength;
    private long missing;
    private byte[] mask = new byte[0];
    private int phase;
    private int opcode;

    /** What these octets become; perhaps none yet. Nothing does behind a Close. */
    public byte[] take(byte[] octets, int offset, int length) {
        ByteArrayOutputStream echoed = new ByteArrayOutputStream(length);
        int end = offset + length;
        for (int at = offset; at < end && !closed(); ) {
            if (missing > 0) {
                int part = (int) Math.min(missing, end - at);
                takePayload(octets, at, part, echoed);
                at += part;
            } else {
                takeHeader(octets[at++], echoed);
            }
        }
        return echoed.toByteArray();
    }

    /** True once a whole Close has been taken: the connection is to be ended behind its reply (RFC 6455 §7.1.1). */
    public boolean closed() {
        return opcode == CLOSE && missing == 0 && headerLength == 0;
    }

    private void takePayload(byte[] octets, int from, int part, ByteArrayOutputStream echoed) {
        for (int i = from; i < from + part; i++) {
            int plain = mask.length == 0 ? octets[i] : octets[i] ^ mask[phase++ & 3];
            if (opcode != PONG) {
                echoed.write(plain);
            }
        }
        missing -= part;
    }

    private void takeHeader(byte octet, ByteArrayOutputStream echoed) {
        header[headerLength++] = octet;
        int extended = headerLength < 2 ? 0 : extended();
        boolean masked = headerLength >= 2 && (header[1] & 0x80) != 0;
        if (headerLength < 2 || headerLength < 2 + extended + (masked ? 4 : 0)) {
            return;
        }
        opcode = header[0] & 15;
        missing = declared(extended);
        mask = masked ? Arrays.copyOfRange(header, 2 + extended, headerLength) : new byte[0];
        phase = 0;
        header[1] &= 0x7f;
        if (opcode == PING) {
            header[0] = (byte) ((header[0] & 0xf0) | PONG);
        }
        if (opcode != PONG) {
            echoed.write(header, 0, 2 + extended);
        }
        headerLength = 0;
    }

    private int extended() {
        int length = header[1] & 0x7f;
        return length == 127 ? 8 : length == 126 ? 2 : 0;
    }

    private long declared(int extended) {
        if (extended == 0) {
            return header[1] & 0x7f;
        }
        long length = 0;
        for (int i = 0; i < extended; i++) {
            length = (length << 8) | (header[2 + i] & 0xff);
        }
        return length;
    }
}
