package org.wsproof.conformance.frames;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import org.wsproof.conformance.model.Octets.Frame;
import org.wsproof.conformance.model.Octets.Frames;

/**
 * Writes frames out as octets, chunk by chunk, generated as they are asked for. Deterministic: the same value gives the
 * same octets, masking keys included.
 */
final class FrameSource {
    private static final int CHUNK = 64 * 1024;
    private static final int STAMP_EVERY = 4096;

    private final Frames frames;
    private final boolean masked;
    private final byte[] pattern = new byte[CHUNK];
    private int index;
    private long sent = -1;
    private byte[] mask = new byte[0];

    FrameSource(Frames frames, boolean masked) {
        this.frames = frames;
        this.masked = masked;
        Random random = new Random(frames.seed());
        random.nextBytes(pattern);
        if (frames.opcode() == 1) {
            for (int i = 0; i < CHUNK; i++) {
                pattern[i] = (byte) (' ' + 1 + Math.floorMod(pattern[i], 90));
            }
        }
    }

    /** The octets of a frame whose payload is given. */
    static byte[] octets(Frame frame, boolean masked) {
        byte[] payload = frame.payload().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] mask = masked ? mask(payload.length, frame.opcode()) : new byte[0];
        byte[] header = header(first(frame.fin(), frame.rsv(), frame.opcode()), payload.length, mask);
        apply(mask, payload, 0);
        return ByteBuffer.allocate(header.length + payload.length)
                .put(header)
                .put(payload)
                .array();
    }

    boolean hasNext() {
        return index < frames.count();
    }

    /** The next octets: a header, or a part of a payload; small frames come whole. */
    byte[] next() {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        while (hasNext() && chunk.size() < CHUNK / 2) {
            if (sent < 0) {
                mask = masked ? mask(frames.seed(), index) : new byte[0];
                long declared = frames.declared() < 0 ? frames.length() : frames.declared();
                chunk.writeBytes(header(first(frames.fin(), frames.rsv(), frames.opcode()), declared, mask));
                sent = 0;
            }
            chunk.writeBytes(payload());
            if (sent == frames.length()) {
                index++;
                sent = -1;
            }
        }
        return chunk.toByteArray();
    }

    private byte[] payload() {
        int part = (int) Math.min(CHUNK / 2, frames.length() - sent);
        byte[] octets = new byte[part];
        for (int i = 0; i < part; i += STAMP_EVERY) {
            int length = Math.min(STAMP_EVERY, part - i);
            System.arraycopy(pattern, (int) ((sent + i) % CHUNK), octets, i, length);
            stamp(octets, i, length, sent + i);
        }
        apply(mask, octets, sent);
        sent += part;
        return octets;
    }

    /** Makes each block unlike every other, so that a block lost, doubled or moved changes the digest. */
    private void stamp(byte[] octets, int at, int length, long position) {
        byte[] stamp =
                String.format("%08d:%012d.", index, position).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        int kept = Math.min(length, stamp.length);
        System.arraycopy(stamp, 0, octets, at, kept);
    }

    private static int first(boolean fin, int rsv, int opcode) {
        return (fin ? 0x80 : 0) | rsv << 4 | opcode;
    }

    private static byte[] header(int first, long length, byte[] mask) {
        ByteBuffer header = ByteBuffer.allocate(14);
        int bit = mask.length > 0 ? 0x80 : 0;
        header.put((byte) first);
        if (length < 126) {
            header.put((byte) (bit | (int) length));
        } else if (length < 1 << 16) {
            header.put((byte) (bit | 126)).putShort((short) length);
        } else {
            header.put((byte) (bit | 127)).putLong(length);
        }
        header.put(mask).flip();
        byte[] octets = new byte[header.remaining()];
        header.get(octets);
        return octets;
    }

    /** A masking key; fresh for each frame, yet always the same for the same one. */
    private static byte[] mask(int seed, int index) {
        byte[] mask = new byte[4];
        new Random(31L * seed + index + 7).nextBytes(mask);
        mask[0] |= 1;
        return mask;
    }

    private static void apply(byte[] mask, byte[] octets, long position) {
        if (mask.length > 0) {
            int phase = (int) (position & 3);
            for (int i = 0; i < octets.length; i++) {
                octets[i] ^= mask[i + phase & 3];
            }
        }
    }
}
