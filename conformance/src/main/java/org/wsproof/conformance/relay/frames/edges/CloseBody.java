package org.wsproof.conformance.relay.frames.edges;

import java.nio.charset.StandardCharsets;
import org.wsproof.conformance.relay.frames.TunnelFrame;

/** What stands in a Close (RFC 6455 §5.5.1), as a proxy sees it that looks into it. */
final class CloseBody {
    private static final int NO_CODE = 0;

    private CloseBody() {}

    /** A code that RFC 6455 does not define itself: registered since, or of a library. */
    static boolean definedLater(TunnelFrame frame) {
        int code = code(frame);
        return code >= 1012 && code <= 3999 && code != 1015;
    }

    /** A code that RFC 6455 §7.4 forbids on the wire, or leaves undefined. */
    static boolean forbidden(TunnelFrame frame) {
        int code = code(frame);
        boolean reserved = code == 1004 || code == 1005 || code == 1006 || (code > 1014 && code < 3000);
        return code != NO_CODE && (code < 1000 || reserved || code > 4999);
    }

    static boolean tooShort(TunnelFrame frame) {
        return frame.opcode() == TunnelFrame.CLOSE && frame.length() == 1;
    }

    static boolean reasonBroken(TunnelFrame frame) {
        return code(frame) != NO_CODE && !repaired(frame).equals(frame);
    }

    /** What is not UTF-8 in the reason becomes U+FFFD, as decoding and encoding it does. */
    static TunnelFrame repaired(TunnelFrame frame) {
        byte[] reason = frame.plain().substring(2).getBytes(StandardCharsets.ISO_8859_1);
        byte[] again = new String(reason, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        return frame.withPlain(frame.plain().substring(0, 2) + new String(again, StandardCharsets.ISO_8859_1));
    }

    static TunnelFrame with(TunnelFrame frame, int code) {
        String octets = "" + (char) (code >> 8) + (char) (code & 0xff);
        return frame.withPlain(octets + frame.plain().substring(2));
    }

    private static int code(TunnelFrame frame) {
        if (frame.opcode() != TunnelFrame.CLOSE || !frame.whole() || frame.length() < 2) {
            return NO_CODE;
        }
        String plain = frame.plain();
        return plain.charAt(0) << 8 | plain.charAt(1);
    }
}
