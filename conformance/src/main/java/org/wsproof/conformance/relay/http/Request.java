package org.wsproof.conformance.relay.http;

import org.wsproof.conformance.relay.link.Framing;
import org.wsproof.conformance.wire.Head;

/**
 * A request that may go to the origin.
 *
 * @param body how its body ends; a tunnel's octets are none
 * @param behind octets that came in the same read behind the head
 */
public record Request(Head head, Intent intent, Framing body, int behind) {
    /** For a fault: the same request with another target. */
    public Request asking(String target) {
        return new Request(new Head(method() + " " + target + " HTTP/1.1", head.fields()), intent, body, behind);
    }

    public String method() {
        return head.word(0);
    }

    /** True of an HTTP/1.0 client: it gets no interim responses and no chunks. */
    public boolean old() {
        return head.word(2).equals("HTTP/1.0");
    }

    /** True if the client's connection ends after the answer (RFC 9112 §9.3). */
    public boolean last() {
        return head.tokens("Connection").contains("close")
                || (old() && !head.tokens("Connection").contains("keep-alive"));
    }

    /** True if the origin is asked to leave HTTP. */
    public boolean upgrade() {
        return intent == Intent.WEBSOCKET || intent == Intent.OTHER;
    }
}
