package org.wsproof.conformance.relay.http;

import java.util.Locale;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.Head.Field;
import org.wsproof.conformance.wire.OpeningHandshake;

/** The fields of a 101 (RFC 6455 §4.2.2). */
final class SwitchFields {
    private static final String OF_ANOTHER_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private final Faults faults;

    SwitchFields(Faults faults) {
        this.faults = faults;
    }

    /** Writes an end-to-end field of the origin's 101. */
    void copy(Field field, Head request, HeadText text) {
        switch (field.name().toLowerCase(Locale.ROOT)) {
            case "sec-websocket-accept" -> copyAccept(field, text);
            case "sec-websocket-protocol" -> copyProtocol(field, request, text);
            case "sec-websocket-extensions" -> {
                if (!faults.has(Fault.STRIPS_EXTENSIONS_FROM_ANSWER)) {
                    text.add(field);
                }
            }
            default -> text.add(field);
        }
    }

    private void copyAccept(Field field, HeadText text) {
        if (faults.has(Fault.COMPUTES_ACCEPT)) {
            return;
        }
        text.add(field.name(), faults.has(Fault.ANSWERS_WRONG_ACCEPT) ? OF_ANOTHER_KEY : field.value());
        if (faults.has(Fault.DUPLICATES_ACCEPT)) {
            text.add(field);
        }
    }

    private void copyProtocol(Field field, Head request, HeadText text) {
        boolean first = faults.has(Fault.ANSWERS_FIRST_SUBPROTOCOL);
        String offered =
                request.joined("Sec-WebSocket-Protocol").split(",", 2)[0].strip();
        text.add(field.name(), first ? offered : field.value());
    }

    /** Writes what the relay makes anew. */
    void add(Head head, Head request, HeadText text) {
        if (faults.has(Fault.COMPUTES_ACCEPT)) {
            text.add("Sec-WebSocket-Accept", OpeningHandshake.accept(request.joined("Sec-WebSocket-Key")));
        }
        addOfFaults(head, text);
        if (!faults.has(Fault.DROPS_CONNECTION_FROM_101)) {
            text.add("Connection", "Upgrade");
        }
        if (!faults.has(Fault.DROPS_UPGRADE_FROM_101)) {
            head.values("Upgrade").forEach(value -> text.add("Upgrade", value));
        }
        if (faults.has(Fault.DUPLICATES_UPGRADE)) {
            text.add("Upgrade", head.joined("Upgrade"));
        }
        if (faults.has(Fault.INVENTS_SUBPROTOCOL)
                && head.values("Sec-WebSocket-Protocol").isEmpty()) {
            text.add("Sec-WebSocket-Protocol", "");
        }
    }

    /** What belongs on no 101. */
    private void addOfFaults(Head head, HeadText text) {
        if (faults.has(Fault.KEEPS_CONTENT_LENGTH_ON_101)) {
            head.values("Content-Length").forEach(value -> text.add("Content-Length", value));
        }
        if (faults.has(Fault.KEEPS_TRANSFER_ENCODING_ON_101)) {
            head.values("Transfer-Encoding").forEach(value -> text.add("Transfer-Encoding", value));
        }
        if (faults.has(Fault.INVENTS_LENGTH_ON_101)) {
            text.add("Content-Length", "0");
        }
        if (faults.has(Fault.RELAYS_HOP_BY_HOP)) {
            head.values("Keep-Alive").forEach(value -> text.add("Keep-Alive", value));
            head.values("Proxy-Connection").forEach(value -> text.add("Proxy-Connection", value));
        }
    }
}
