package org.wsproof.benchmarks.load.origin;

import org.wsproof.benchmarks.load.Script;
import org.wsproof.benchmarks.load.origin.Play.After;
import org.wsproof.conformance.wire.OpeningHandshake;

/** What the scripted origin answers to an opening handshake. */
final class Answers {
    private Answers() {}

    /** The heads and the content; "" if there is no answer. */
    static String to(Script script, String key) {
        return switch (script) {
            case REFUSE -> "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno";
            case UPGRADE_WITHOUT_101 ->
                "HTTP/1.1 200 OK\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" + "Sec-WebSocket-Accept: "
                        + OpeningHandshake.accept(key) + "\r\nContent-Length: 2\r\n\r\nno";
            case FIN_BEFORE_101, RESET_BEFORE_101, SILENT -> "";
            case EARLY_HINTS -> "HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n" + accept(key);
            default -> accept(key);
        };
    }

    private static String accept(String key) {
        return "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Accept: " + OpeningHandshake.accept(key) + "\r\n\r\n";
    }

    /** What follows the answer. */
    static After after(Script script) {
        return switch (script) {
            case FIN_BEFORE_101 -> After.CLOSE;
            case RESET_BEFORE_101 -> After.RESET;
            default -> After.GO_ON;
        };
    }
}
