package org.wsproof.proxy.backside;

import java.nio.ByteBuffer;

/**
 * A request's head as it goes to the origin, and what it is for.
 *
 * @param head the whole head; used up as it is written
 * @param repeatable whether it may be sent again after a connection broke unanswered: idempotent and without content
 *     (RFC 9110 §9.2.2); only such a request goes over a connection that was used before
 */
public record RequestOctets(ByteBuffer head, Purpose purpose, boolean repeatable) {
    /** What a request is for. */
    public enum Purpose {
        /** To switch to WebSocket; a 101 is asked for. */
        UPGRADE,
        /** To get an answer without content. */
        HEAD,
        /** Anything else. */
        PLAIN
    }

    boolean toHead() {
        return purpose == Purpose.HEAD;
    }
}
