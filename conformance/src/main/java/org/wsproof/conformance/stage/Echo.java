package org.wsproof.conformance.stage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wsproof.conformance.frames.Unmasking;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.OpeningHandshake;

/** An origin that accepts every opening handshake and sends back each frame, unmasked. */
final class Echo {
    private final OriginActor actor;
    private final Unmasking unmasking = new Unmasking();

    Echo(OriginActor actor) {
        this.actor = actor;
    }

    /** Answers the request: 101 to an opening handshake, 200 to anything else. */
    void open(Head request) {
        String key = request.joined("Sec-WebSocket-Key");
        if (key.isEmpty()) {
            answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        } else {
            answer(
                    "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: "
                            + OpeningHandshake.accept(key) + "\r\n\r\n");
        }
    }

    void take(byte[] octets, int offset, int length) {
        byte[] back = unmasking.take(octets, offset, length);
        if (back.length > 0) {
            answer(new String(back, StandardCharsets.ISO_8859_1));
        }
    }

    private void answer(String latin1) {
        actor.send(List.of(new Raw(latin1)), 0, 0);
    }
}
