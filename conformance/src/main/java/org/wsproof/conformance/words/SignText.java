package org.wsproof.conformance.words;

import org.wsproof.conformance.model.Peer;
import org.wsproof.conformance.model.Sign;

/** A sign in words. */
public final class SignText {
    private SignText() {}

    /** As a noun: {@code frame 3}. */
    public static String of(Sign sign) {
        String nth = sign.n() > 1 ? " " + sign.n() : "";
        return switch (sign.kind()) {
            case CONNECTED -> "connection" + nth;
            case TLS_FAILED -> "failed TLS handshake" + nth;
            case INTERIM -> "interim response" + nth;
            case HEAD -> "head" + nth;
            case TUNNEL_OCTETS -> sign.n() + " octets in the tunnel";
            case FRAME -> "frame" + nth;
            case CLOSE_FRAME -> close(sign.n());
            case STALLED -> "stalled writer";
            case ENDED -> "end";
            case OPERATED -> "operation" + nth;
        };
    }

    /** As what a peer sees: {@code a request}. */
    static String seenBy(Peer peer, Sign sign) {
        return switch (sign.kind()) {
            case CONNECTED -> sign.n() > 1 ? "a " + ordinal(sign.n()) + " connection" : "a connection";
            case TLS_FAILED -> "a failed TLS handshake";
            case INTERIM -> "an interim response";
            case HEAD -> head(peer == Peer.CLIENT ? "final answer" : "request", sign.n());
            case TUNNEL_OCTETS -> sign.n() == 1 ? "octets in the tunnel" : Amounts.octets(sign.n()) + " in the tunnel";
            case FRAME -> "frame " + Amounts.number(sign.n()) + " in the tunnel";
            case CLOSE_FRAME -> "a " + close(sign.n());
            case STALLED -> "its writing stall for " + Amounts.millis(sign.n());
            case ENDED -> "the end of its connection";
            case OPERATED -> "the operation carried out";
        };
    }

    private static String head(String what, long n) {
        return "a " + (n > 1 ? ordinal(n) + " " : "") + what;
    }

    private static String ordinal(long n) {
        return n == 2 ? "second" : n == 3 ? "third" : n + "th";
    }

    private static String close(long code) {
        return code == Sign.ANY_CODE ? "Close" : code == Sign.NO_CODE ? "Close without a code" : "Close " + code;
    }
}
