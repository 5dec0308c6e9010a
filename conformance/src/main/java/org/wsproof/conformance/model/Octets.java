package org.wsproof.conformance.model;

import java.nio.charset.StandardCharsets;

/** Octets as a value: what a step sends. A client's {@link Frame} and {@link Frames} are masked, the others' are not. */
public sealed interface Octets {
    /**
     * Octets as they stand, one a character (ISO 8859-1), never masked. Placeholders: <code>{target:TAG}</code> becomes a
     * request target that carries the tag, <code>{key}</code> a fresh {@code Sec-WebSocket-Key}, <code>{accept}</code> the
     * accept value for the key that this endpoint received, <code>{host}</code> the frontside's authority.
     */
    record Raw(String latin1) implements Octets {}

    /**
     * One frame with its payload given (ISO 8859-1, at most a few KiB).
     *
     * @param rsv 0 to 7, RSV1 being 4
     * @param opcode 0 to 15
     */
    record Frame(boolean fin, int rsv, int opcode, String payload) implements Octets {}

    /**
     * {@code count} like frames, the payload generated from the seed (printable for opcode 1), never held in memory.
     *
     * @param rsv 0 to 7, RSV1 being 4
     * @param opcode 0 to 15
     * @param length octets of payload that are sent, 0 or more
     * @param declared the payload length that the header states; negative for the true one
     */
    record Frames(int count, boolean fin, int rsv, int opcode, long length, long declared, int seed)
            implements Octets {}

    /** A small text message. */
    static Frames text(int seed) {
        return new Frames(1, true, 0, 1, 20, -1, seed);
    }

    /** {@code count} binary messages of {@code length} octets each. */
    static Frames binary(int count, long length, int seed) {
        return new Frames(count, true, 0, 2, length, -1, seed);
    }

    /** A binary frame that declares more payload than follows. */
    static Frames cut(long declared, long sent) {
        return new Frames(1, true, 0, 2, sent, declared, 3);
    }

    static Frame ping(String payload) {
        return new Frame(true, 0, 9, payload);
    }

    static Frame pong(String payload) {
        return new Frame(true, 0, 10, payload);
    }

    /** A Close with a status code and a reason (RFC 6455 §5.5.1); the reason is sent as UTF-8. */
    static Frame close(int code, String reason) {
        String utf8 = new String(reason.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return new Frame(true, 0, 8, "" + (char) (code >> 8) + (char) (code & 0xff) + utf8);
    }

    /** A Close without a body, which says no code at all. */
    static Frame emptyClose() {
        return new Frame(true, 0, 8, "");
    }
}
