package org.wsproof.proxy.backside;

import java.nio.ByteBuffer;
import org.xnio.StreamConnection;

/** How a request to the origin came out. Whoever gets a connection in one owns it. */
public sealed interface Outcome {
    /**
     * The origin has switched to WebSocket with a valid 101.
     *
     * @param early the octets that came behind the 101
     */
    record Switched(Answer answer, StreamConnection connection, ByteBuffer early) implements Outcome {}

    /**
     * The origin has answered something else, in HTTP.
     *
     * @param body takes the content out of what follows the head
     * @param early the octets that came behind the head
     * @param asked whether the origin has had the whole head of the request
     */
    record Answered(Answer answer, Body body, StreamConnection connection, ByteBuffer early, boolean asked)
            implements Outcome {
        /** Whether the connection may carry another request once the content is whole (RFC 9112 §9.3). */
        public boolean persists() {
            return asked
                    && answer.http11()
                    && !answer.fields().tokens("Connection").contains("close");
        }
    }

    /**
     * There is no answer that could be relayed; every connection is closed.
     *
     * @param reason for the log, not for the client
     */
    record Failed(Cause cause, String reason) implements Outcome {}

    /** Why there is none. */
    enum Cause {
        /** No address of the backside took the connection: 502. */
        UNREACHABLE,
        /** TLS failed, or the certificate was not what the profile asks for: 502. */
        TLS,
        /** The answer was broken, or the connection ended without one: 502. */
        INVALID_ANSWER,
        /** The handshake timeout ran out: 504. */
        TIMEOUT
    }
}
