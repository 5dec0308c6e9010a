package org.wsproof.cli.describe;

import java.util.ArrayList;
import java.util.List;

/**
 * A header field of the opening handshake that is no credential.
 *
 * @param values all it may be; empty for anything
 * @param library whether any WebSocket library sends it by itself
 */
record HandshakeField(String name, String description, boolean required, List<String> values, boolean library) {
    /** Those that RFC 6455 §4.1 asks for, and those that this service's clients may or must choose. */
    static List<HandshakeField> of(Service service) {
        List<HandshakeField> fields = new ArrayList<>(List.of(
                byLibrary("Upgrade", List.of("websocket")),
                byLibrary("Connection", List.of("Upgrade")),
                byLibrary("Sec-WebSocket-Key", List.of()),
                byLibrary("Sec-WebSocket-Version", List.of("13")),
                subprotocol(service.subprotocols())));
        if (!service.rules().origins().isEmpty()) {
            boolean required = service.rules().originRequired();
            String description = "A browser sends the origin of the page; another client "
                    + (required ? "must send one, too." : "need not.");
            fields.add(new HandshakeField(
                    "Origin", description, required, service.rules().origins(), false));
        }
        return fields;
    }

    private static HandshakeField byLibrary(String name, List<String> values) {
        return new HandshakeField(name, "Sent by any WebSocket library (RFC 6455 section 4.1).", true, values, true);
    }

    private static HandshakeField subprotocol(List<String> known) {
        String description = known.isEmpty()
                ? "The subprotocols that the client speaks, separated by commas, the best first. The service chooses."
                : "The subprotocols that the client speaks, separated by commas, the best first. Spoken here: "
                        + String.join(", ", known) + ".";
        return new HandshakeField("Sec-WebSocket-Protocol", description, false, List.of(), false);
    }
}
