package org.wsproof.proxy.tunnel.frames;

import java.nio.ByteBuffer;
import java.util.OptionalInt;

/**
 * Follows the headers of the frames that one end sends (RFC 6455 §5.2): counts frames and messages, knows where a frame ends,
 * and notes the first Close; nothing behind that is looked at. What cannot be a frame of that end makes all that follows
 * opaque: a length of 2^63 or more, a control frame that is fragmented or longer than 125 octets (§5.5), or a mask where
 * this end sends none or none where it must (§5.1). Reserved bits and opcodes may belong to an extension, and are frames.
 *
 * <p>Payloads are skipped by arithmetic, and nothing is allocated.
 */
public final class FrameObserver {
    private static final int FINAL = 0x80;
    private static final int OPCODE = 0x0F;
    private static final int CONTROL = 0x08;
    private static final int CLOSE = 0x08;
    private static final int MASKED = 0x80;
    private static final int LENGTH = 0x7F;
    private static final int LONGEST_CONTROL = 125;
    private static final int TWO_OCTETS = 126;
    private static final int NO_CODE = -1;

    /** Negative too. */
    private static final int HALF_A_CODE = 0x80000000;

    /** What the next octet is. */
    private enum Next {
        FIRST,
        SECOND,
        LENGTH,
        KEY,
        PAYLOAD,
        CODE,
        NOT_LOOKED_AT
    }

    private final boolean masked;
    private Next next = Next.FIRST;

    /** Octets that are left of the length, the masking key, the payload or the code. */
    private long left;

    /** Valid from the first octet of a frame on. */
    private int opcode;

    private boolean whole;

    /** Of the payload; valid once the header's length has passed. */
    private long length;

    /** Valid once the masking key of a Close has passed; 0 without one. */
    private int key;

    private boolean closeBegun;

    private boolean opaque;
    private boolean counting = true;
    private int code = NO_CODE;
    private long frames;
    private long messages;

    private FrameObserver(boolean masked) {
        this.masked = masked;
    }

    /** For what a client sends: its frames are masked. */
    public static FrameObserver ofClient() {
        return new FrameObserver(true);
    }

    /** For what an origin sends: its frames are not masked. */
    public static FrameObserver ofOrigin() {
        return new FrameObserver(false);
    }

    /** Frames of which the header has passed as far as the length. */
    public long frames() {
        return frames;
    }

    /** Messages of which the last frame is one of {@link #frames}. */
    public long messages() {
        return messages;
    }

    /** From now on frames are followed, but not counted. */
    public void stopCounting() {
        counting = false;
    }

    /** Whether what has passed can't have been frames. */
    public boolean opaque() {
        return opaque;
    }

    /** Whether a Close has passed, all of it. */
    public boolean closed() {
        return closeBegun && next == Next.NOT_LOOKED_AT;
    }

    /** The status code of the Close that has passed; empty if it has none, or too little of it has passed. */
    public OptionalInt closeCode() {
        return code < 0 ? OptionalInt.empty() : OptionalInt.of(code);
    }

    /** Whether a Close may follow what has passed: frames, all whole, and none of them a Close. */
    public boolean allowsClose() {
        return next == Next.FIRST;
    }

    /** Takes in the remaining octets of the buffer, which is left as it is. */
    public void observe(ByteBuffer octets) {
        int at = octets.position();
        while (at < octets.limit() && next != Next.NOT_LOOKED_AT) {
            at = step(octets, at);
        }
    }

    /**
     * Takes in the remaining octets of the buffer up to the next end of a frame; the buffer is left as it is.
     *
     * @return how many these are: all that remain, if no frame ends in them
     */
    public int observeToBoundary(ByteBuffer octets) {
        int at = octets.position();
        while (at < octets.limit() && next != Next.NOT_LOOKED_AT) {
            at = step(octets, at);
            if (next == Next.FIRST) {
                return at - octets.position();
            }
        }
        return octets.remaining();
    }

    /** Takes in one octet of a header, or of the payload all there is; gives the place behind. */
    private int step(ByteBuffer octets, int at) {
        if (next == Next.PAYLOAD) {
            long here = Math.min(left, octets.limit() - at);
            left -= here;
            if (left == 0) {
                endOfFrame();
            }
            return at + (int) here;
        }
        int octet = octets.get(at) & 0xFF;
        switch (next) {
            case FIRST -> first(octet);
            case SECOND -> second(octet);
            case LENGTH -> length(octet);
            case KEY -> key(octet);
            default -> code(octet);
        }
        return at + 1;
    }

    private void first(int octet) {
        opcode = octet & OPCODE;
        whole = (octet & FINAL) != 0;
        if (!whole && opcode >= CONTROL) {
            giveUp();
            return;
        }
        next = Next.SECOND;
    }

    private void second(int octet) {
        int shortLength = octet & LENGTH;
        boolean hasMask = (octet & MASKED) != 0;
        if (hasMask != masked || (opcode >= CONTROL && shortLength > LONGEST_CONTROL)) {
            giveUp();
        } else if (shortLength < TWO_OCTETS) {
            length = shortLength;
            lengthKnown();
        } else {
            length = 0;
            left = shortLength == TWO_OCTETS ? Short.BYTES : Long.BYTES;
            next = Next.LENGTH;
        }
    }

    private void length(int octet) {
        length = length << 8 | octet;
        left--;
        if (left > 0) {
            return;
        }
        if (length < 0) {
            giveUp();
        } else {
            lengthKnown();
        }
    }

    private void lengthKnown() {
        if (counting) {
            frames++;
            messages += whole && opcode < CONTROL ? 1 : 0;
        }
        closeBegun = opcode == CLOSE;
        if (masked) {
            left = Integer.BYTES;
            next = Next.KEY;
        } else {
            payload();
        }
    }

    private void key(int octet) {
        key = key << 8 | octet;
        left--;
        if (left == 0) {
            payload();
        }
    }

    private void payload() {
        left = length;
        if (left == 0) {
            endOfFrame();
        } else {
            next = closeBegun && length >= Short.BYTES ? Next.CODE : Next.PAYLOAD;
        }
    }

    private void code(int octet) {
        if (left == length) {
            code = HALF_A_CODE | (octet ^ key >>> 24) << 8;
            left--;
            return;
        }
        code = (code & 0xFF00) | (octet ^ (key >>> 16 & 0xFF));
        left--;
        next = Next.PAYLOAD;
        if (left == 0) {
            endOfFrame();
        }
    }

    private void endOfFrame() {
        next = closeBegun ? Next.NOT_LOOKED_AT : Next.FIRST;
    }

    private void giveUp() {
        opaque = true;
        next = Next.NOT_LOOKED_AT;
    }
}
