package org.wsproof.conformance.model;

/**
 * What can be waited for, or claimed, at an endpoint.
 *
 * @param n which one, counted from 1; for {@link Kind#TUNNEL_OCTETS} how many octets, for {@link Kind#CLOSE_FRAME} the
 *     status code ({@link #NO_CODE}, {@link #ANY_CODE}), for {@link Kind#STALLED} milliseconds without progress
 */
public record Sign(Kind kind, long n) {
    /** The kinds of sign. */
    public enum Kind {
        /** A connection was opened or accepted (and its TLS handshake, if any, completed). */
        CONNECTED,
        /** A TLS handshake failed, or the peer left in the middle of it. */
        TLS_FAILED,
        /** The head of an interim response (1xx but 101). */
        INTERIM,
        /** The head of a request (origin) or of a final response or 101 (client). */
        HEAD,
        /** Octets received in the tunnel. */
        TUNNEL_OCTETS,
        /** A complete frame received in the tunnel. */
        FRAME,
        /** A complete Close frame received in the tunnel. */
        CLOSE_FRAME,
        /** Octets could not be written for a while; the event carries how many were written before. */
        STALLED,
        /** The peer ended its direction. */
        ENDED,
        /** An {@link Step.Operation} was carried out; of a gauge, the event carries the figure. */
        OPERATED
    }

    /** For {@link Kind#CLOSE_FRAME}: a Close without a body. */
    public static final long NO_CODE = 0;

    /** For {@link Kind#CLOSE_FRAME}: whatever its code. */
    public static final long ANY_CODE = -1;

    public static final Sign HEAD = new Sign(Kind.HEAD, 1);
    public static final Sign ENDED = new Sign(Kind.ENDED, 1);
    public static final Sign FRAME = new Sign(Kind.FRAME, 1);
    public static final Sign CONNECTED = new Sign(Kind.CONNECTED, 1);
    public static final Sign TLS_FAILED = new Sign(Kind.TLS_FAILED, 1);
    public static final Sign TUNNEL_OCTETS = new Sign(Kind.TUNNEL_OCTETS, 1);

    public static Sign head(int nth) {
        return new Sign(Kind.HEAD, nth);
    }

    public static Sign frame(int nth) {
        return new Sign(Kind.FRAME, nth);
    }

    public static Sign close(long code) {
        return new Sign(Kind.CLOSE_FRAME, code);
    }
}
