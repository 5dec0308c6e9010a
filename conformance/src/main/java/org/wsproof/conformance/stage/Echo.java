package org.wsproof.conformance.stage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wsproof.conformance.frames.EchoedOctets;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.OpeningHandshake;

/** An origin that accepts every good opening handshake, sends back each data frame unmasked, and answers Ping and Close. */
final class Echo {
    private final OriginActor actor;
    private final EchoedOctets echoed = new EchoedOctets();

    Echo(OriginActor actor) {
        this.actor = actor;
    }

    /** Answers the request: 101 to a good opening handshake, 426 to one of another version, 200 to anything else. */
    void open(Head request) {
        String key = request.joined("Sec-WebSocket-Key");
        boolean upgrade = request.word(0).equals("GET")
                && request.word(2).equals("HTTP/1.1")
                && request.tokens("Connection").contains("upgrade")
                && request.tokens("Upgrade").contains("websocket");
        if (!upgrade || key.isEmpty()) {
            answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        } else if (!request.joined("Sec-WebSocket-Version").equals("13")) {
            answer("HTTP/1.1 426 Upgrade Required\r\nSec-WebSocket-Version: 13\r\nContent-Length: 0\r\n\r\n");
        } else {
            answer(
                    "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: "
                            + OpeningHandshake.accept(key) + "\r\n\r\n");
        }
    }

    void take(byte[] octets, int offset, int length) {
        byte[] back = echoed.take(octets, offset, length);
        if (back.length > 0) {
            answer(new String(back, StandardCharsets.ISO_8859_1));
        }
        if (echoed.closed()) {
            actor.connection().finish(Ending.FIN);
        }
    }

    private void answer(String latin1) {
        actor.send(List.of(new Raw(latin1)), 0, 0);
    }
}
