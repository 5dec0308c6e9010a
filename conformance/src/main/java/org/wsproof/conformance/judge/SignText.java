package org.wsproof.conformance.judge;

import org.wsproof.conformance.model.Sign;

/** A sign in words. */
final class SignText {
    private SignText() {}

    static String of(Sign sign) {
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

    private static String close(long code) {
        return code == Sign.ANY_CODE ? "Close" : code == Sign.NO_CODE ? "Close without a code" : "Close " + code;
    }
}
