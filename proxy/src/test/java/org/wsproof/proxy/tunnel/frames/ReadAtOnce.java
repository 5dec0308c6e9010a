package org.wsproof.proxy.tunnel.frames;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Frames read once more, in the plainest way: all octets there, and no state kept (RFC 6455 §5.2).
 *
 * @param code of the Close; -1 without one
 * @param ends where a frame ends that is no Close
 */
record ReadAtOnce(long frames, long messages, int code, List<Integer> ends, End end) {
    /** How the octets end. */
    enum End {
        BETWEEN_FRAMES,
        IN_A_FRAME,
        CLOSED,
        OPAQUE
    }

    /** One frame. {@code end} is where it ends, or how all ends here. */
    private record One(boolean counted, boolean message, int code, BigInteger to, End end) {}

    static ReadAtOnce of(byte[] octets, boolean masked) {
        long frames = 0;
        long messages = 0;
        List<Integer> ends = new ArrayList<>();
        int at = 0;
        while (at < octets.length) {
            One one = one(octets, at, masked);
            frames += one.counted() ? 1 : 0;
            messages += one.message() ? 1 : 0;
            if (one.end() != End.BETWEEN_FRAMES) {
                return new ReadAtOnce(frames, messages, one.code(), ends, one.end());
            }
            at = one.to().intValueExact();
            ends.add(at);
        }
        return new ReadAtOnce(frames, messages, -1, ends, End.BETWEEN_FRAMES);
    }

    private static One one(byte[] all, int at, boolean masked) {
        int opcode = all[at] & 15;
        boolean last = all[at] < 0;
        if (opcode > 7 && !last) {
            return ending(End.OPAQUE);
        }
        if (at + 1 == all.length) {
            return ending(End.IN_A_FRAME);
        }
        int size = all[at + 1] & 127;
        if ((all[at + 1] < 0) != masked || (opcode > 7 && size > 125)) {
            return ending(End.OPAQUE);
        }
        int extra = size == 126 ? 2 : size == 127 ? 8 : 0;
        int headed = at + 2 + extra;
        if (headed > all.length) {
            return ending(End.IN_A_FRAME);
        }
        BigInteger length =
                extra == 0 ? BigInteger.valueOf(size) : new BigInteger(1, Arrays.copyOfRange(all, at + 2, headed));
        if (length.bitLength() > 63) {
            return ending(End.OPAQUE);
        }
        return counted(
                all, headed + (masked ? 4 : 0), masked, new One(true, last && opcode < 8, opcode, length, End.CLOSED));
    }

    /** @param head its code is the opcode yet, its end how long the payload is */
    private static One counted(byte[] all, int from, boolean masked, One head) {
        BigInteger to = BigInteger.valueOf(from).add(head.to());
        boolean whole = to.compareTo(BigInteger.valueOf(all.length)) <= 0;
        boolean close = head.code() == 8;
        int code = -1;
        if (close && head.to().intValueExact() >= 2 && from + 2 <= all.length) {
            code = octet(all, from, from, masked) << 8 | octet(all, from, from + 1, masked);
        }
        End end = !whole ? End.IN_A_FRAME : close ? End.CLOSED : End.BETWEEN_FRAMES;
        return new One(true, head.message(), code, to, end);
    }

    private static int octet(byte[] all, int from, int at, boolean masked) {
        return (all[at] ^ (masked ? all[from - 4 + (at - from)] : 0)) & 255;
    }

    private static One ending(End end) {
        return new One(false, false, -1, BigInteger.ZERO, end);
    }
}
