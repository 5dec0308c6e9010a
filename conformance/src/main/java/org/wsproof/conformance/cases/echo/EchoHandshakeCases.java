package org.wsproof.conformance.cases.echo;

import static org.wsproof.conformance.cases.script.CaseBuilder.contract;
import static org.wsproof.conformance.cases.script.CaseBuilder.must;
import static org.wsproof.conformance.cases.script.CaseBuilder.rfc;
import static org.wsproof.conformance.cases.script.CaseBuilder.should;
import static org.wsproof.conformance.cases.script.Claims.absent;
import static org.wsproof.conformance.cases.script.Claims.field;
import static org.wsproof.conformance.cases.script.Claims.hasToken;
import static org.wsproof.conformance.cases.script.Claims.status;
import static org.wsproof.conformance.cases.script.HeadText.opening;
import static org.wsproof.conformance.cases.script.Script.askEcho;
import static org.wsproof.conformance.cases.script.Script.await;
import static org.wsproof.conformance.cases.script.Script.open;
import static org.wsproof.conformance.cases.script.Script.originListens;
import static org.wsproof.conformance.cases.script.Script.trickle;
import static org.wsproof.conformance.cases.script.Script.tunnelToEcho;
import static org.wsproof.conformance.model.Endpoint.client;

import java.util.List;
import org.wsproof.conformance.cases.script.CaseBuilder;
import org.wsproof.conformance.cases.script.HeadText;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim.Field.Rule;
import org.wsproof.conformance.model.Listening;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;

/** The opening handshake with an echo server, as the client alone can judge it. */
final class EchoHandshakeCases {
    /** What may be said of a request that asks for no WebSocket, or not rightly: anything but 101. */
    private static final Integer[] NO_SWITCH = {200, 400, 403, 404, 405, 411, 426, 500, 501, 502, 505};

    private EchoHandshakeCases() {}

    static List<Case> all() {
        return List.of(
                opened(),
                nothingUnasked(),
                list(),
                lines(),
                letterCase(),
                inPieces(),
                otherVersion(),
                post(),
                http10(),
                withoutOption());
    }

    private static Case opened() {
        return must(
                        EchoCases.OPENED,
                        rfc(6455, "4.2.2", "MUST"),
                        "An opening handshake with an echo server is answered 101, for its key.")
                .because("Without it nobody gets through at all; a wrong accept value, or a 101 without its "
                        + "fields, makes browsers drop the connection.")
                .seenIn("kong#4718", "caddy#6134")
                .then(tunnelToEcho("a"))
                .claims(
                        status(client("a"), 101),
                        field(client("a"), "Sec-WebSocket-Accept", Rule.ACCEPTS_KEY),
                        hasToken(client("a"), "Upgrade", "websocket"),
                        hasToken(client("a"), "Connection", "upgrade"))
                .failsUnder("answers-wrong-accept", "field Sec-WebSocket-Accept equal to")
                .failsUnder("drops-upgrade-from-101", "field Upgrade with token websocket")
                .failsUnder("drops-connection-from-101", "field Connection with token upgrade")
                .build();
    }

    private static Case nothingUnasked() {
        return must(
                        "echo/nothing-unasked",
                        rfc(6455, "4.2.2", "MUST NOT"),
                        "A client that offers neither subprotocols nor extensions is told of none.")
                .because("A client that is told of a subprotocol or extension it did not offer must fail the "
                        + "connection.")
                .after(EchoCases.OPENED)
                .then(tunnelToEcho("a"))
                .claims(
                        status(client("a"), 101),
                        absent(client("a"), "Sec-WebSocket-Protocol"),
                        absent(client("a"), "Sec-WebSocket-Extensions"))
                .failsUnder("invents-subprotocol", "field Sec-WebSocket-Protocol absent")
                .build();
    }

    private static CaseBuilder opens(CaseBuilder which, HeadText request) {
        return which.after(EchoCases.OPENED).then(askEcho("a", request)).claims(status(client("a"), 101));
    }

    private static Case list() {
        CaseBuilder which = must(
                        "echo/connection-list",
                        rfc(9110, "7.6.1", "MUST"),
                        "An opening handshake whose Connection lists more than the upgrade option is answered 101.")
                .because("Firefox sends keep-alive, Upgrade. A proxy that compares the whole value serves Chrome "
                        + "and turns Firefox away.")
                .seenIn("kong#5495", "vertx-http-proxy#62", "sozu#126");
        return opens(which, opening("a").with("Connection", "keep-alive, Upgrade"))
                .failsUnder("connection-exact-match", "but was: status 200")
                .build();
    }

    private static Case lines() {
        CaseBuilder which = must(
                        "echo/connection-lines",
                        rfc(9110, "7.6.1", "MUST"),
                        "An opening handshake whose upgrade option stands in a second Connection line is answered 101.")
                .because("Whoever adds an option as a line of its own loses the upgrade where only the first line "
                        + "is read.")
                .seenIn("vertx-http-proxy#105");
        return opens(which, opening("a").with("Connection", "keep-alive").and("Connection", "Upgrade"))
                .failsUnder("first-connection-line-only", "but was: status 200")
                .build();
    }

    private static Case letterCase() {
        CaseBuilder which = must(
                        "echo/letter-case",
                        rfc(9110, "7.6.1", "MUST"),
                        "An opening handshake is answered 101 whatever the letter case of its names and tokens.")
                .because("Clients write WebSocket, websocket, Upgrade and upgrade. Which of them works must not "
                        + "depend on which proxy stands between.")
                .seenIn("traefik#6705");
        HeadText request = opening("a")
                .without("Connection")
                .without("Upgrade")
                .and("connection", "UPGRADE")
                .and("upgrade", "WebSocket");
        return opens(which, request)
                .failsUnder("case-sensitive-tokens", "but was: status 200")
                .failsUnder("case-sensitive-names", "but was: status 200")
                .build();
    }

    private static Case inPieces() {
        return must(
                        "echo/handshake-in-pieces",
                        contract("octet-stream"),
                        "An opening handshake that arrives octet by octet is answered 101.")
                .because("Networks split heads anywhere. A proxy that expects one read fails now and then, for "
                        + "some users, and never in a test.")
                .after(EchoCases.OPENED)
                .then(originListens(Listening.ECHO))
                .then(
                        open("a"),
                        trickle(
                                client("a"),
                                1,
                                Span.seconds(0.001),
                                opening("a").octets()),
                        await(client("a"), Sign.HEAD))
                .claims(status(client("a"), 101))
                .failsUnder("head-in-one-read", "but was: status 400")
                .build();
    }

    private static Case otherVersion() {
        return must(
                        "echo/other-version-refused",
                        rfc(6455, "4.2.2", "MUST"),
                        "An opening handshake of a version that nobody speaks is answered 426 or 400.")
                .because("A 101 to a version that nobody speaks promises frames that the client can't read; a 426 "
                        + "tells it what to use.")
                .after(EchoCases.OPENED)
                .then(askEcho("a", opening("a").with("Sec-WebSocket-Version", "177")))
                .claims(status(client("a"), 400, 426))
                .failsUnder("opens-any-version", "but was: status 101")
                .build();
    }

    private static CaseBuilder opensNothing(CaseBuilder which, HeadText request) {
        return which.after(EchoCases.OPENED).then(askEcho("a", request)).claims(status(client("a"), NO_SWITCH));
    }

    private static Case post() {
        CaseBuilder which = must(
                        "echo/post-opens-nothing",
                        rfc(6455, "4.2.1", "MUST"),
                        "An opening handshake by POST is not answered 101.")
                .because("RFC 6455 knows GET alone. A proxy that makes a GET of a POST opens a way around rules "
                        + "that watch methods.");
        return opensNothing(which, opening("a").method("POST").and("Content-Length", "0"))
                .failsUnder("opens-by-any-method", "but was: status 101")
                .build();
    }

    private static Case http10() {
        CaseBuilder which = must(
                        "echo/http-1-0-opens-nothing",
                        rfc(9110, "7.8", "MUST"),
                        "An opening handshake in HTTP/1.0 is not answered 101.")
                .because("An HTTP/1.0 hop passes Upgrade on blindly: a switch on its request leaves it reading "
                        + "frames as HTTP.");
        return opensNothing(which, opening("a").startingWith("GET {target:a} HTTP/1.0"))
                .failsUnder("upgrades-http-1.0", "but was: status 101")
                .build();
    }

    private static Case withoutOption() {
        CaseBuilder which = should(
                        "echo/upgrade-without-option",
                        contract("upgrade-option"),
                        "An opening handshake whose Connection lacks the upgrade option is not answered 101.")
                .because("Without the option the field was meant for another hop. Acting on it switches a "
                        + "connection whose client knows nothing of it.");
        return opensNothing(which, opening("a").without("Connection"))
                .failsUnder("upgrades-without-option", "but was: status 101")
                .build();
    }
}
