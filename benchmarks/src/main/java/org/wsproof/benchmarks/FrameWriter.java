package org.wsproof.benchmarks;

import java.io.IOException;
import java.io.OutputStream;

/** Writes unfragmented frames (RFC 6455 §5.2), each in one write, with a buffer that is used again. Not thread-safe. */
final class FrameWriter {
    private static final int LONGEST_HEADER = 14;
    private static final int INITIAL = 64 * 1024;
    private static final int MASKED = 0x80;

    private final OutputStream out;
    private byte[] buffer = new byte[INITIAL];

    FrameWriter(OutputStream out) {
        this.out = out;
    }

    /** A client's frame; {@code key} is its masking key. The payload itself is left as it is. */
    void masked(int opcode, byte[] payload, int key) throws IOException {
        int at = header(opcode, payload.length, MASKED);
        at = number(at, key, Integer.BYTES);
        System.arraycopy(payload, 0, buffer, at, payload.length);
        Masking.apply(key, buffer, at, payload.length);
        out.write(buffer, 0, at + payload.length);
    }

    /** An origin's frame. */
    void unmasked(int opcode, byte[] octets, int offset, int length) throws IOException {
        int at = header(opcode, length, 0);
        System.arraycopy(octets, offset, buffer, at, length);
        out.write(buffer, 0, at + length);
    }

    private int header(int opcode, int length, int maskBit) {
        if (buffer.length < length + LONGEST_HEADER) {
            buffer = new byte[length + LONGEST_HEADER];
        }
        int extended = length < 126 ? 0 : length < 65_536 ? 2 : 8;
        buffer[0] = (byte) (0x80 | opcode);
        buffer[1] = (byte) (maskBit | (extended == 0 ? length : extended == 2 ? 126 : 127));
        return number(2, length, extended);
    }

    private int number(int at, long number, int octets) {
        for (int i = 0; i < octets; i++) {
            buffer[at + i] = (byte) (number >>> ((octets - 1 - i) * Byte.SIZE));
        }
        return at + octets;
    }
}
