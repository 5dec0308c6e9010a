package org.wsproof.conformance.cases.lifecycle;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.cases.script.Readings;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;

/** How tunnels begin and end: half-closes, resets, and who is told of them. */
final class LifecycleCases {
    private LifecycleCases() {}

    static List<Case> all() {
        return List.of(
                clientEnds(),
                originEnds(),
                bothEnd(),
                clientResets(),
                originResets(),
                clientLeavesBefore101(),
                originResetsUnanswered(),
                laterRequest());
    }

    private static Case clientEnds() {
        return should(
                        "lifecycle/client-ends-first",
                        contract("half-close"),
                        "A client that ends its direction still gets what the origin sends afterwards.")
                .because("Command line clients end their direction when their input ends, and wait for the result. "
                        + "A proxy that then ends both drops it.")
                .seenIn("caddy#8026", "go#72140")
                .then(tunnel("a"))
                .then(
                        send(client("a"), Octets.binary(1, 40, 91)),
                        finish(client("a"), Ending.FIN),
                        await(origin("a"), Sign.ENDED),
                        send(origin("a"), Octets.binary(3, 1_000, 92)),
                        finish(origin("a"), Ending.FIN),
                        await(client("a"), Sign.ENDED))
                .claims(seen(origin("a"), Sign.ENDED), clientsOctetsArrive("a"), originsOctetsArrive("a"))
                .framing(Readings.HALF_CLOSE, seen(origin("a"), Sign.ENDED), clientsOctetsArrive("a"))
                .failsUnder("fin-ends-both", " of 3 frames")
                .build();
    }

    private static Case originEnds() {
        return should(
                        "lifecycle/origin-ends-first",
                        contract("half-close"),
                        "An origin that ends its direction still gets what the client sends afterwards.")
                .because("What the client had still to say, its Close among it, is lost where the first end ends "
                        + "both.")
                .seenIn("yarp#239")
                .then(tunnel("a"))
                .then(
                        send(origin("a"), Octets.binary(1, 40, 93)),
                        finish(origin("a"), Ending.FIN),
                        await(client("a"), Sign.ENDED),
                        send(client("a"), Octets.binary(3, 1_000, 94)),
                        finish(client("a"), Ending.FIN),
                        await(origin("a"), Sign.ENDED))
                .claims(seen(client("a"), Sign.ENDED), originsOctetsArrive("a"), clientsOctetsArrive("a"))
                .framing(Readings.HALF_CLOSE, seen(client("a"), Sign.ENDED), originsOctetsArrive("a"))
                .failsUnder("fin-ends-both", " of 3 frames")
                .build();
    }

    private static Case bothEnd() {
        return should(
                        "lifecycle/both-end",
                        contract("ends"),
                        "Where both ends have ended their direction, each is told.")
                .because("A leg that nobody ends stays until the process does. Under churn the proxy runs out of "
                        + "descriptors.")
                .seenIn("envoy#2067")
                .then(tunnel("a"))
                .then(toOrigin("a", 1, Octets.binary(1, 40, 95)))
                .then(
                        finish(client("a"), Ending.FIN),
                        finish(origin("a"), Ending.FIN),
                        await(origin("a"), Sign.ENDED),
                        await(client("a"), Sign.ENDED))
                .claims(seen(origin("a"), Sign.ENDED), seen(client("a"), Sign.ENDED))
                .failsUnder("holds-fin", "but was: never seen")
                .build();
    }

    private static Case clientResets() {
        return should(
                        "lifecycle/client-resets",
                        contract("ends"),
                        "A reset by the client ends the origin's leg at once.")
                .because("An origin that is not told keeps the user online and goes on sending: to nobody, until "
                        + "its buffers are full.")
                .seenIn("yarp#239")
                .then(tunnel("a"))
                .then(toOrigin("a", 1, Octets.binary(1, 40, 96)))
                .then(finish(client("a"), Ending.RST), await(origin("a"), Sign.ENDED, Span.seconds(1)))
                .claims(seen(origin("a"), Sign.ENDED))
                .failsUnder("reset-ignored", "but was: never seen")
                .build();
    }

    private static Case originResets() {
        return should(
                        "lifecycle/origin-resets",
                        contract("ends"),
                        "A reset by the origin ends the client's leg at once.")
                .because("When an origin crashes, its clients should reconnect elsewhere at once. Not told, they "
                        + "wait on a connection that leads nowhere.")
                .seenIn("http-proxy-middleware#327")
                .then(tunnel("a"))
                .then(toClient("a", 1, Octets.binary(1, 40, 97)))
                .then(finish(origin("a"), Ending.RST), await(client("a"), Sign.ENDED, Span.seconds(1)))
                .claims(seen(client("a"), Sign.ENDED))
                .failsUnder("reset-ignored", "but was: never seen")
                .build();
    }

    private static Case clientLeavesBefore101() {
        return should(
                        "lifecycle/client-leaves-before-101",
                        contract("ends"),
                        "A client that resets before the answer takes the origin's connection with it.")
                .because("Users who reload a slow page leave handshakes behind. If each keeps its backside "
                        + "connection, impatience overloads the origin.")
                .seenIn("unjs/httpxy#172")
                .then(ask("a", opening("a")))
                .then(await(origin("a"), Sign.HEAD), finish(client("a"), Ending.RST), await(origin("a"), Sign.ENDED))
                .claims(seen(origin("a"), Sign.HEAD), seen(origin("a"), Sign.ENDED))
                .failsUnder("client-leave-unseen", "but was: never seen")
                .build();
    }

    private static Case originResetsUnanswered() {
        return should(
                        "lifecycle/origin-resets-unanswered",
                        contract("ends"),
                        "An origin that resets instead of answering costs that client its handshake, and nobody else anything.")
                .because("A reset at the wrong moment has ended whole proxies: one crashing origin, and every user "
                        + "of every other is gone.")
                .seenIn("http-proxy-middleware#476", "http-proxy-middleware#777")
                .then(ask("a", opening("a")))
                .then(await(origin("a"), Sign.HEAD), finish(origin("a"), Ending.RST), await(client("a"), Sign.HEAD))
                .then(fence())
                .claims(originFailed("a"), status(client("fence"), 101))
                .failsUnder("hangs-on-early-reset", "but was: no response")
                .build();
    }

    private static Case laterRequest() {
        return should(
                        "lifecycle/upgrade-as-third-request",
                        contract("later-request"),
                        "An upgrade that is a connection's third request opens a tunnel as a first one would.")
                .because("Behind a proxy that reuses connections, a target that looks at first requests fails.")
                .seenIn("varnish-cache#1806")
                .then(ask("a", request("GET", "a")))
                .then(answer("a", response("200 OK", "one")))
                .then(
                        send(client("a"), request("GET", "b")),
                        await(origin("b"), Sign.HEAD),
                        send(origin("b"), response("200 OK", "two")),
                        await(client("a"), Sign.head(2)),
                        send(client("a"), opening("c")),
                        await(origin("c"), Sign.HEAD),
                        send(origin("c"), switching()),
                        await(client("a"), Sign.head(3)),
                        send(client("a"), Octets.binary(1, 40, 98)),
                        await(origin("c"), Sign.FRAME),
                        send(origin("c"), Octets.binary(1, 40, 99)),
                        await(client("a"), Sign.FRAME))
                .claims(
                        hasToken(origin("c"), "Upgrade", "websocket"),
                        nthStatus(client("a"), 3, 101),
                        new Claim.Same(client("a"), origin("c")),
                        new Claim.Same(origin("c"), client("a")))
                .failsUnder("upgrades-first-request-only", "field Upgrade with token websocket")
                .build();
    }
}
