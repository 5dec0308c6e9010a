package org.wsproof.proxy.http;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells the fields that end at this hop (RFC 9110 §7.6.1): the known ones, and those that Connection names. A nomination
 * can't take away what delimits or routes the message, or makes it an opening handshake: no sender may nominate those, and
 * obeying would let a client make the next hop read another message than we did.
 */
final class HopByHop {
    private static final Set<String> ALWAYS = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    private static final Set<String> NEVER = Set.of("host", "content-length");

    private final Set<String> removed;

    private HopByHop(Set<String> removed) {
        this.removed = removed;
    }

    static HopByHop of(Fields fields) {
        Set<String> removed = new HashSet<>(ALWAYS);
        for (String nominated : fields.tokens("Connection")) {
            if (!NEVER.contains(nominated) && !nominated.startsWith("sec-websocket-")) {
                removed.add(nominated);
            }
        }
        return new HopByHop(removed);
    }

    boolean endsHere(Field field) {
        return removed.contains(field.name().toLowerCase(Locale.ROOT));
    }

    List<Field> rest(Fields fields) {
        return fields.lines().stream().filter(field -> !endsHere(field)).toList();
    }
}
