package org.wsproof.conformance.relay.guard;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.http.Request;
import org.wsproof.conformance.wire.Head.Field;

/**
 * The request that puts a client's request to the authority: a GET with the client's fields, but for those of its hop, of
 * its content and of its opening handshake.
 */
record Question(Request request, String client, String authority, Faults faults) {
    private static final Set<String> LEFT_OUT = Set.of(
            "host",
            "connection",
            "upgrade",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "content-length",
            "expect",
            "x-original-uri",
            "x-original-method",
            "x-real-ip");

    byte[] octets() {
        StringBuilder head = new StringBuilder("GET /authorize HTTP/1.1\r\nHost: " + authority + "\r\n");
        request.head().fields().stream().filter(this::passes).forEach(field -> line(head, field.name(), field.value()));
        String target = request.head().word(1);
        line(head, "X-Original-URI", faults.has(Fault.TELLS_AUTHORITY_DECODED_TARGET) ? decoded(target) : target);
        line(head, "X-Original-Method", request.method());
        line(head, "X-Real-IP", client);
        if (!faults.has(Fault.ASKS_AUTHORITY_TO_UPGRADE)) {
            line(head, "Connection", "close");
        }
        return (head + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private boolean passes(Field field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        boolean all = faults.has(Fault.ASKS_AUTHORITY_TO_UPGRADE);
        if (name.startsWith("sec-websocket-")) {
            return all || faults.has(Fault.TELLS_AUTHORITY_THE_KEY);
        }
        if (all && (name.equals("connection") || name.equals("upgrade"))) {
            return true;
        }
        if (name.equals("authorization") || name.equals("cookie") || name.equals("origin")) {
            return !faults.has(Fault.AUTHORITY_SEES_NO_CREDENTIALS);
        }
        return !LEFT_OUT.contains(name) && !nominated().contains(name);
    }

    private List<String> nominated() {
        return request.head().tokens("Connection");
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private static String decoded(String target) {
        return URLDecoder.decode(target, StandardCharsets.ISO_8859_1);
    }
}
