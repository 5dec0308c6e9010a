package org.wsproof.proxy.frontside;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wsproof.proxy.http.Refusal;
import org.wsproof.proxy.http.RequestHead;

/**
 * The client's opening handshake, read strictly (RFC 6455 §4.2.1). That there is a Host, and no body in a GET, has been
 * checked before, as for any request.
 */
final class OpeningHandshake {
    private static final int KEY_OCTETS = 16;
    /** 16 octets in base64, padding included. */
    private static final int KEY_LENGTH = 24;

    Admission admit(RequestHead head) {
        Optional<Refusal> refusal =
                method(head).or(() -> version(head)).or(() -> key(head)).or(() -> protocols(head));
        if (refusal.isPresent()) {
            return new Admission.Refused(refusal.get());
        }
        return new Admission.Tunnel(head.fields().values("Sec-WebSocket-Key").get(0));
    }

    private static Optional<Refusal> method(RequestHead head) {
        return head.method().equals("GET")
                ? Optional.empty()
                : Optional.of(new Refusal.MethodNotAllowed(Set.of("GET")));
    }

    private static Optional<Refusal> version(RequestHead head) {
        List<String> versions = head.fields().values("Sec-WebSocket-Version");
        if (versions.size() > 1) {
            return bad("More than one Sec-WebSocket-Version field.");
        }
        return versions.equals(List.of("13"))
                ? Optional.empty()
                : Optional.of(new Refusal.WebSocketVersionNotSupported());
    }

    private static Optional<Refusal> key(RequestHead head) {
        List<String> keys = head.fields().values("Sec-WebSocket-Key");
        return keys.size() == 1 && isKey(keys.get(0))
                ? Optional.empty()
                : bad("Exactly one Sec-WebSocket-Key of 16 octets in base64 is required.");
    }

    private static boolean isKey(String key) {
        // The JDK's decoder takes a key without its padding; the length does not.
        if (key.length() != KEY_LENGTH) {
            return false;
        }
        try {
            return Base64.getDecoder().decode(key).length == KEY_OCTETS;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<Refusal> protocols(RequestHead head) {
        boolean only = head.fields().tokens("Upgrade").stream().allMatch("websocket"::equals);
        return only ? Optional.empty() : bad("Upgrade may name websocket only.");
    }

    private static Optional<Refusal> bad(String why) {
        return Optional.of(new Refusal.BadRequest(why));
    }
}
