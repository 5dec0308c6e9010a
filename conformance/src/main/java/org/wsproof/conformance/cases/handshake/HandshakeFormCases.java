package org.wsproof.conformance.cases.handshake;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.cases.script.Strictness.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.cases.script.HeadText;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;

/** The opening handshake: requests that are not quite one, and what a target must not make of a good one. */
final class HandshakeFormCases {
    private static final String KEY = "Sec-WebSocket-Key";
    private static final String VERSION = "Sec-WebSocket-Version";

    private HandshakeFormCases() {}

    static List<Case> all() {
        return List.of(keyMissing(), keyTooShort(), otherVersion(), absoluteForm(), requestLength(), answerLength());
    }

    private static Case keyMissing() {
        return should(
                        "handshake/key-missing",
                        contract("opening-as-it-is"),
                        "An opening handshake without a key is refused, or the origin sees that it has none.")
                .then(offered(opening("a").without(KEY), response("400 Bad Request", "no key")))
                .claims(
                        either(
                                turnedDown(),
                                way("left to the origin", absent(origin("a"), KEY), status(client("a"), 400)),
                                servedAsPlain()),
                        fenceSeen())
                .failsUnder("mends-key", "field Sec-WebSocket-Key absent")
                .because("The key proves that the client meant to open a WebSocket. A proxy that makes one up opens"
                        + " tunnels for pages that were never allowed to ask for one.")
                .build();
    }

    private static Claim.Alternative servedAsPlain() {
        return way("forwarded as plain HTTP", absent(origin("a"), "Upgrade"), status(client("a"), 400));
    }

    private static Case keyTooShort() {
        return should(
                        "handshake/key-too-short",
                        contract("opening-as-it-is"),
                        "An opening handshake whose key is not 16 octets long is refused, or the origin sees that key.")
                .then(offered(opening("a").with(KEY, "c2hvcnQ="), response("400 Bad Request", "short key")))
                .claims(
                        either(
                                turnedDown(),
                                way("left to the origin", asSent(origin("a"), KEY), status(client("a"), 400)),
                                servedAsPlain()),
                        fenceSeen())
                .failsUnder("mends-key", "field Sec-WebSocket-Key as sent")
                .because("Mended on its way, a bad handshake becomes a good one, and neither end learns of it.")
                .build();
    }

    private static Case otherVersion() {
        HeadText answer = response("426 Upgrade Required", "")
                .and("Connection", "Upgrade")
                .and("Upgrade", "websocket")
                .and(VERSION, "13");
        return should(
                        "handshake/version-99",
                        contract("opening-as-it-is"),
                        "An opening handshake of version 99 is refused, or the origin is asked for that version and its 426 is relayed.")
                .then(offered(opening("a").with(VERSION, "99"), answer))
                .claims(
                        either(
                                turnedDown(),
                                way(
                                        "left to the origin",
                                        asSent(origin("a"), VERSION),
                                        status(client("a"), 426),
                                        field(client("a"), VERSION, "13"))),
                        fenceSeen())
                .failsUnder("opens-any-version", "field Sec-WebSocket-Version as sent")
                .because("A client that speaks another version needs to be told which one is spoken (RFC 6455 §4.4);"
                        + " a 101 to it begins a conversation that neither understands.")
                .build();
    }

    private static Case absoluteForm() {
        return must(
                        "handshake/target-in-absolute-form",
                        rfc(9112, "3.2.2", "MUST"),
                        "An opening handshake whose target is a whole URL opens a tunnel.")
                .then(ask("a", opening("a").startingWith("GET http://{host}{target:a} HTTP/1.1")))
                .then(accept("a"))
                .claims(status(client("a"), 101))
                .failsUnder("refuses-absolute-form", "but was: status 400")
                .because("Clients that think they talk to a forward proxy ask like this; a server must take it.")
                .build();
    }

    private static Case requestLength() {
        return should(
                        "handshake/request-without-content-stays-so",
                        contract("no-content"),
                        "An opening handshake without content does not get a length or a transfer coding on its way.")
                .then(tunnel("a"))
                .claims(
                        status(client("a"), 101),
                        absent(origin("a"), "Content-Length"),
                        absent(origin("a"), "Transfer-Encoding"))
                .failsUnder("invents-length-on-upgrade", "field Content-Length absent")
                .because("Origins refuse opening handshakes that announce content, or read the first frames as it.")
                .seenIn("envoyproxy/envoy#21990")
                .build();
    }

    private static Case answerLength() {
        return must(
                        "handshake/answer-without-content-stays-so",
                        rfc(9110, "8.6", "MUST NOT"),
                        "A 101 does not get a length or a transfer coding on its way.")
                .then(tunnel("a"))
                .claims(
                        status(client("a"), 101),
                        absent(client("a"), "Content-Length"),
                        absent(client("a"), "Transfer-Encoding"))
                .failsUnder("invents-length-on-101", "field Content-Length absent")
                .because("A client that believes the length takes the first frames for content, or the answer for"
                        + " malformed.")
                .seenIn("envoyproxy/envoy#10811")
                .build();
    }
}
