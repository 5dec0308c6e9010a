package org.wsproof.benchmarks.load.wire;

import java.net.ProtocolException;
import java.nio.ByteBuffer;

/** A frame's header as it is read (RFC 6455 §5.2), over as many reads as it takes, and how much of the payload is to come. */
public final class FrameHead {
    private static final int FIRST = 0;
    private static final int SECOND = 1;
    private static final int LENGTH = 2;
    private static final int KEY = 3;
    private static final int COMPLETE = 4;

    private final boolean mustBeMasked;
    private int stage = FIRST;
    private int octets;
    private int first;
    private long left;
    private int key;

    /**
     * For the frames of one connection.
     *
     * @param mustBeMasked a client's must be, an origin's must not (RFC 6455 §5.1)
     */
    public FrameHead(boolean mustBeMasked) {
        this.mustBeMasked = mustBeMasked;
    }

    /**
     * Takes what belongs to the header.
     *
     * @return whether it is complete; the payload is then to be taken, and {@link #taken} told
     * @throws ProtocolException on reserved bits, or if it is masked wrongly
     */
    public boolean feed(ByteBuffer in) throws ProtocolException {
        while (stage != COMPLETE && in.hasRemaining()) {
            take(in.get() & 0xff);
        }
        return stage == COMPLETE;
    }

    private void take(int octet) throws ProtocolException {
        switch (stage) {
            case FIRST -> {
                first = octet;
                left = 0;
                key = 0;
                stage = SECOND;
            }
            case SECOND -> second(octet);
            case LENGTH -> {
                left = left << Byte.SIZE | octet;
                next(KEY);
            }
            default -> {
                key = key << Byte.SIZE | octet;
                next(COMPLETE);
            }
        }
    }

    private void second(int octet) throws ProtocolException {
        if ((first & 0x70) != 0 || octet >> 7 != (mustBeMasked ? 1 : 0)) {
            throw new ProtocolException(String.format(
                    "expected %s frame, found one that begins with %02x %02x",
                    mustBeMasked ? "a masked" : "an unmasked", first, octet));
        }
        int small = octet & 0x7f;
        octets = small < 126 ? 0 : small == 126 ? 2 : 8;
        stage = LENGTH;
        if (octets == 0) {
            left = small;
            octets = 1;
            next(KEY);
        }
    }

    /** One octet of a stage is there: goes on once all are. */
    private void next(int following) {
        octets--;
        if (octets == 0) {
            stage = following == KEY && !mustBeMasked ? COMPLETE : following;
            octets = Integer.BYTES;
        }
    }

    /** So many octets of the payload have been taken; gives whether that was the last of it. */
    public boolean taken(long count) {
        left -= count;
        if (left == 0) {
            stage = FIRST;
        }
        return left == 0;
    }

    /** Octets of the payload yet to be taken. */
    public long left() {
        return left;
    }

    public int opcode() {
        return first & 0xf;
    }

    public boolean control() {
        return opcode() >= Frames.CLOSE;
    }

    public boolean fin() {
        return first >= Frames.FIN;
    }

    public int firstOctet() {
        return first;
    }

    /** The key for the next octet of the payload. */
    public int key() {
        return key;
    }

    public void key(int rotated) {
        key = rotated;
    }
}
