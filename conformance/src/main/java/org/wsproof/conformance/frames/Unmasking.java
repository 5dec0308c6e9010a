package org.wsproof.conformance.frames;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Turns a client's frames into a server's, octet by octet as they come: the mask bit, the key and the mask are taken off. */
public final class Unmasking {
    private final byte[] header = new byte[14];
    private int headerLength;
    private long missing;
    private byte[] mask = new byte[0];
    private int phase;

    /** What these octets become; perhaps none yet. */
    public byte[] take(byte[] octets, int offset, int length) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(length);
        int end = offset + length;
        for (int at = offset; at < end; ) {
            if (missing > 0) {
                int part = (int) Math.min(missing, end - at);
                for (int i = at; i < at + part; i++) {
                    plain.write(mask.length == 0 ? octets[i] : octets[i] ^ mask[phase++ & 3]);
                }
                missing -= part;
                at += part;
            } else {
                takeHeader(octets[at++], plain);
            }
        }
        return plain.toByteArray();
    }

    private void takeHeader(byte octet, ByteArrayOutputStream plain) {
        header[headerLength++] = octet;
        int extended = headerLength < 2 ? 0 : extended();
        boolean masked = headerLength >= 2 && (header[1] & 0x80) != 0;
        if (headerLength < 2 || headerLength < 2 + extended + (masked ? 4 : 0)) {
            return;
        }
        missing = declared(extended);
        mask = masked ? Arrays.copyOfRange(header, 2 + extended, headerLength) : new byte[0];
        phase = 0;
        header[1] &= 0x7f;
        plain.write(header, 0, 2 + extended);
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
