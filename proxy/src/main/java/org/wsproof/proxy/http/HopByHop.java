package org.wsproof.proxy.http;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells the fields that end at this hop (RFC 9110 §7.6.1): the known ones, and those that Connection names. A nomination
 * can't take away what delimits or routes the message, or makes it an opening handshake: no sender may nominate those, and
 * obeying would let a client make the next hop read another message than we did.
 */
final class HopByHop {
    private static final List<String> ALWAYS = List.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    private static final List<String> NEVER = List.of("host", "content-length");

    private final List<String> nominated;

    private HopByHop(List<String> nominated) {
        this.nominated = nominated;
    }

    static HopByHop of(Fields fields) {
        List<String> nominated = fields.tokens("Connection");
        nominated.removeIf(name -> NEVER.contains(name) || name.startsWith("sec-websocket-"));
        return new HopByHop(nominated);
    }

    boolean endsHere(Field field) {
        return isOneOf(ALWAYS, field) || isOneOf(nominated, field);
    }

    private static boolean isOneOf(List<String> names, Field field) {
        for (String name : names) {
            if (field.is(name)) {
                return true;
            }
        }
        return false;
    }

    /** All others; may be changed. */
    List<Field> rest(Fields fields) {
        List<Field> rest = new ArrayList<>(fields.lines().size());
        for (Field field : fields.lines()) {
            if (!endsHere(field)) {
                rest.add(field);
            }
        }
        return rest;
    }
}
