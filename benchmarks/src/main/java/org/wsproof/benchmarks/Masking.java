package org.wsproof.benchmarks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The mask of a client's frames (RFC 6455 §5.3), eight octets at a time: it must not weigh more than what is measured. */
final class Masking {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Masking() {}

    /** Puts the mask on, or takes it off, in place; the key's first octet is its most significant one. */
    static void apply(int key, byte[] octets, int offset, int length) {
        long wide = (key & 0xffff_ffffL) << Integer.SIZE | (key & 0xffff_ffffL);
        int whole = offset + length / Long.BYTES * Long.BYTES;
        for (int at = offset; at < whole; at += Long.BYTES) {
            LONGS.set(octets, at, (long) LONGS.get(octets, at) ^ wide);
        }
        for (int at = whole; at < offset + length; at++) {
            octets[at] ^= (byte) (key >>> (Integer.SIZE - Byte.SIZE - ((at - whole) & 3) * Byte.SIZE));
        }
    }
}
