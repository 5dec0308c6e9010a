package org.wsproof.benchmarks.load.wire;

import java.nio.ByteBuffer;

/** Frame headers (RFC 6455 §5.2) as they are written. */
public final class Frames {
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int FIN = 0x80;
    public static final int LONGEST_HEADER = 14;

    private static final int MASKED = 0x80;

    private Frames() {}

    /** The octets of a header. */
    public static int headerLength(long payload, boolean masked) {
        return 2 + extended(payload) + (masked ? 4 : 0);
    }

    private static int extended(long payload) {
        return payload < 126 ? 0 : payload < 65_536 ? 2 : 8;
    }

    /** Puts a client's header. */
    public static void masked(ByteBuffer out, int first, long payload, int key) {
        header(out, first, payload, MASKED);
        out.putInt(key);
    }

    /** Puts an origin's header. */
    public static void unmasked(ByteBuffer out, int first, long payload) {
        header(out, first, payload, 0);
    }

    private static void header(ByteBuffer out, int first, long payload, int maskBit) {
        out.put((byte) first);
        switch (extended(payload)) {
            case 0 -> out.put((byte) (maskBit | payload));
            case 2 -> out.put((byte) (maskBit | 126)).putShort((short) payload);
            default -> out.put((byte) (maskBit | 127)).putLong(payload);
        }
    }

    /** A Close with a code and no reason; {@code key} masks it. */
    public static ByteBuffer maskedClose(int code, int key) {
        ByteBuffer frame = ByteBuffer.allocate(LONGEST_HEADER);
        masked(frame, FIN | CLOSE, Short.BYTES, key);
        return frame.putShort((short) (code ^ key >>> Short.SIZE)).flip();
    }

    /** Copies {@code count} octets and takes their mask off; gives the key as it goes on behind them. */
    public static int unmask(ByteBuffer from, ByteBuffer to, int count, int key) {
        long wide = (key & 0xffff_ffffL) << Integer.SIZE | (key & 0xffff_ffffL);
        int at = from.position();
        int into = to.position();
        int left = count;
        for (; left >= Long.BYTES; left -= Long.BYTES) {
            to.putLong(into, from.getLong(at) ^ wide);
            at += Long.BYTES;
            into += Long.BYTES;
        }
        int rotated = key;
        for (; left > 0; left--) {
            to.put(into++, (byte) (from.get(at++) ^ rotated >>> 24));
            rotated = Integer.rotateLeft(rotated, Byte.SIZE);
        }
        from.position(at);
        to.position(into);
        return rotated;
    }
}
