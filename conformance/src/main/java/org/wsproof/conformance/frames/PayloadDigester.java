package org.wsproof.conformance.frames;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Follows one frame's payload: how much came, its digests with and without mask, and its first octets. */
final class PayloadDigester {
    private static final int KEPT = 128;

    private final long declared;
    private final byte[] mask;
    private final byte[] start;
    private final CRC32C crc = new CRC32C();
    private final CRC32C plainCrc = new CRC32C();
    private long taken;

    PayloadDigester(long declared, byte[] mask) {
        this.declared = declared;
        this.mask = mask;
        this.start = new byte[declared < 0 ? KEPT : (int) Math.min(declared, KEPT)];
    }

    /** Octets still to come; negative where the declared length itself is. */
    long missing() {
        return declared < 0 ? -1 : declared - taken;
    }

    void take(byte[] buffer, int offset, int length) {
        crc.update(buffer, offset, length);
        byte[] plain = buffer;
        int from = offset;
        if (mask.length > 0) {
            plain = unmask(buffer, offset, length);
            from = 0;
            plainCrc.update(plain, 0, length);
        }
        if (taken < start.length) {
            System.arraycopy(plain, from, start, (int) taken, (int) Math.min(length, start.length - taken));
        }
        taken += length;
    }

    long taken() {
        return taken;
    }

    int crc() {
        return (int) crc.getValue();
    }

    int plainCrc() {
        return mask.length > 0 ? (int) plainCrc.getValue() : crc();
    }

    String start() {
        return new String(start, 0, (int) Math.min(taken, start.length), StandardCharsets.ISO_8859_1);
    }

    private byte[] unmask(byte[] buffer, int offset, int length) {
        byte[] plain = new byte[length];
        int phase = (int) (taken & 3);
        for (int i = 0; i < length; i++) {
            plain[i] = (byte) (buffer[offset + i] ^ mask[i + phase & 3]);
        }
        return plain;
    }
}
