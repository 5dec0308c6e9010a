package org.wsproof.conformance.relay.tunnel;

/** Follows frame headers in one direction, to know where a frame ends (RFC 6455 §5.2). Not thread-safe. */
final class FrameBoundary {
    private static final int CLOSE = 8;

    private final byte[] header = new byte[14];
    private int have;
    private long payload;
    private boolean closed;

    /** True where one frame has ended and the next has not begun. */
    boolean here() {
        return have == 0 && payload == 0;
    }

    /** True once a Close has passed. */
    boolean closed() {
        return closed;
    }

    /** Follows octets up to the next boundary or to {@code end}; where that is. */
    int follow(byte[] octets, int from, int end) {
        int at = from;
        while (at < end) {
            if (payload > 0) {
                int part = (int) Math.min(payload, end - at);
                payload -= part;
                at += part;
            } else {
                header[have++] = octets[at++];
                begin();
            }
            if (here()) {
                return at;
            }
        }
        return at;
    }

    private void begin() {
        if (have < 2 || have < size()) {
            return;
        }
        closed |= (header[0] & 0x0f) == CLOSE;
        payload = length();
        have = 0;
    }

    private int size() {
        int length = header[1] & 0x7f;
        int extended = length == 126 ? 2 : length == 127 ? 8 : 0;
        return 2 + extended + (header[1] < 0 ? 4 : 0);
    }

    private long length() {
        int length = header[1] & 0x7f;
        int octets = length == 126 ? 2 : length == 127 ? 8 : 0;
        long extended = 0;
        for (int i = 0; i < octets; i++) {
            extended = extended << 8 | (header[2 + i] & 0xff);
        }
        return octets == 0 ? length : extended & Long.MAX_VALUE;
    }
}
