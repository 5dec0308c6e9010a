package org.wsproof.benchmarks.load.wire;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/**
 * Payloads that look random and are the same in every process: each is a part of one long run of octets, and begins where the
 * numbers of its tunnel and of the message say, so that none has to be kept to be compared. Not thread-safe.
 */
public final class Pattern {
    /** The largest payload, in octets. */
    public static final int LARGEST = 1024 * 1024;

    /** Payloads begin within this many octets; a power of two. */
    private static final int SPAN = 256 * 1024;

    private static final long SEED = 6455;

    private final ByteBuffer plain = ByteBuffer.allocateDirect(SPAN + LARGEST);
    private final ByteBuffer masked = ByteBuffer.allocateDirect(SPAN + LARGEST);
    private final int key;

    /**
     * The same octets for any key.
     *
     * @param key masks all of it, so that a frame costs no masking
     */
    public Pattern(int key) {
        this.key = key;
        SplittableRandom random = new SplittableRandom(SEED);
        while (plain.hasRemaining()) {
            int octets = random.nextInt();
            plain.putInt(octets);
            masked.putInt(octets ^ key);
        }
    }

    public int key() {
        return key;
    }

    /** Where a message's payload begins: a multiple of four, as the mask has it. */
    public static int begin(long tunnel, long message) {
        long mixed = (tunnel * 0x9e37_79b9_7f4a_7c15L) ^ ((message + 1) * 0xc2b2_ae3d_27d4_eb4fL);
        mixed = (mixed ^ mixed >>> 29) * 0xbf58_476d_1ce4_e5b9L;
        return (int) (mixed >>> 40) & (SPAN - 1) & -Integer.BYTES;
    }

    /** Masked octets from there on; valid until the next call. */
    public ByteBuffer masked(int at, int octets) {
        return masked.limit(at + octets).position(at);
    }

    /** Octets without a mask from there on; valid until the next call. */
    public ByteBuffer plain(int at, int octets) {
        return plain.limit(at + octets).position(at);
    }

    /** The index of the first of what remains in {@code found} that is not what stands there; -1 if it is the same. */
    public int mismatch(int at, ByteBuffer found) {
        return plain(at, found.remaining()).mismatch(found);
    }
}
