package org.wsproof.conformance.transcript;

import org.wsproof.conformance.model.Endpoint;

/**
 * Something that happened at an endpoint.
 *
 * @param micros since the case began
 * @param figure what the kind counts: the close code, the number of octets so far, the status code; else 0
 * @param text for a person: the head's first line, the frame decoded, the error
 */
public record Event(long micros, Endpoint at, What what, long figure, String text) {
    /** Signs that a claim can name, and what only a trace shows. */
    public enum What {
        CONNECTED,
        TLS_FAILED,
        INTERIM,
        HEAD,
        BODY,
        TUNNEL_OCTETS,
        FRAME,
        STALLED,
        /** Octets that are no HTTP, where HTTP was due. */
        STRAY,
        ENDED,
        OPERATED,
        /** The kit wrote something; the text says what. */
        SENT,
        /** The kit ended its direction. */
        FINISHED,
        /** The target, which was told to drain or to reload, took no connection. */
        REFUSED,
        /** A step could not be performed. */
        SKIPPED,
        /** An awaited sign did not come in time. */
        MISSED
    }

    /** True of what the kit did itself: the outgoing lanes of a trace. */
    public boolean outgoing() {
        return what == What.SENT || what == What.FINISHED;
    }
}
