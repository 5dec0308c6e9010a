package org.wsproof.conformance.cases.refusals;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.cases.script.CaseBuilder;
import org.wsproof.conformance.cases.script.HeadText;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Listening;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;
import org.wsproof.conformance.model.Step;

/** An origin that does not switch: its answer is HTTP, and so is what the client sends next. */
final class RefusalCases {
    private RefusalCases() {}

    static List<Case> all() {
        return List.of(
                unauthorized(),
                forbidden(),
                unavailable(),
                upgradeRequired(),
                noTunnelAfterRefusal(),
                noTunnelAfterAdvertisement(),
                nextRequest(),
                earlyOctets(),
                originDown(),
                originEnds(),
                originIsNoHttp());
    }

    private static CaseBuilder relayed(CaseBuilder which, HeadText answer) {
        return which.then(ask("a", opening("a")))
                .then(answer("a", answer))
                .claims(
                        status(client("a"), Integer.valueOf(answer.startLine().split(" ", 3)[1])),
                        field(client("a"), ":body", answer.content()));
    }

    private static Case unauthorized() {
        String challenge = "Basic realm=\"chat\", charset=\"UTF-8\"";
        CaseBuilder which = must(
                        "refusals/401-relayed",
                        contract("refusal-relayed"),
                        "A 401 to an upgrade reaches the client with its challenge and its content.")
                .because("Without the challenge a client can't sign in; with a 502 in its place it retries against "
                        + "what it takes for a broken server.")
                .seenIn("traefik#199", "node-http-proxy#624");
        return relayed(which, response("401 Unauthorized", "who are you").and("WWW-Authenticate", challenge))
                .claims(field(client("a"), "WWW-Authenticate", challenge))
                .failsUnder("flattens-refusals", "but was: status 502")
                .failsUnder("drops-refusal-body", "field :body equal to")
                .build();
    }

    private static Case forbidden() {
        CaseBuilder which = must(
                        "refusals/403-relayed",
                        contract("refusal-relayed"),
                        "A 403 to an upgrade reaches the client with its content.")
                .because("The content says why access was refused. Flattened into an error of the proxy's, support "
                        + "looks in the wrong place.")
                .seenIn("traefik#199", "node-http-proxy#624");
        return relayed(which, response("403 Forbidden", "not from there"))
                .failsUnder("flattens-refusals", "but was: status 502")
                .failsUnder("drops-refusal-body", "field :body equal to")
                .build();
    }

    private static Case unavailable() {
        CaseBuilder which = must(
                        "refusals/503-relayed",
                        contract("refusal-relayed"),
                        "A 503 to an upgrade reaches the client with its Retry-After and its content.")
                .because("Clients that are told when to come back spread out. Without Retry-After they all return "
                        + "at once, to an origin that is down already.")
                .seenIn("traefik#199");
        return relayed(which, response("503 Service Unavailable", "too many").and("Retry-After", "7"))
                .claims(field(client("a"), "Retry-After", "7"))
                .failsUnder("flattens-refusals", "but was: status 502")
                .failsUnder("drops-refusal-body", "field :body equal to")
                .build();
    }

    private static Case upgradeRequired() {
        HeadText refusal = response("426 Upgrade Required", "")
                .and("Connection", "Upgrade")
                .and("Upgrade", "websocket")
                .and("Sec-WebSocket-Version", "13, 8");
        return must(
                        "refusals/426-relayed",
                        rfc(9110, "15.5.22", "MUST"),
                        "A 426 to an upgrade reaches each client with the protocols and versions it names.")
                .because("A client that speaks an older version learns from the 426 which to use; one that sees "
                        + "502 gives up. The relayed refusals must not leak connections either.")
                .seenIn("haproxy#1997")
                .then(new Step.Each("n", 20, 20, join(ask("n", opening("n")), answer("n", refusal))))
                .claims(
                        status(client("n"), 426),
                        hasToken(client("n"), "Upgrade", "websocket"),
                        field(client("n"), "Sec-WebSocket-Version", "13, 8"))
                .failsUnder("drops-upgrade-from-426", "field Upgrade with token websocket")
                .failsUnder("flattens-refusals", "but was: status 502")
                .build();
    }

    /** What follows is no HTTP: only octets relayed unread would bring it to the origin. */
    private static CaseBuilder whatFollowsIsRead(CaseBuilder which, HeadText answer) {
        return which.then(ask("a", opening("a")))
                .then(answer("a", answer))
                .then(
                        send(client("a"), new Raw("G\u0001T {target:b} HTTP/1.1\r\nHost: {host}\r\n\r\n")),
                        await(client("a"), Sign.head(2), BRIEFLY))
                .then(fence())
                .claims(never(origin("b"), Sign.HEAD), fenceSeen());
    }

    private static Case noTunnelAfterRefusal() {
        CaseBuilder which = must(
                        "refusals/no-tunnel-after-403",
                        contract("no-tunnel-without-101"),
                        "After a refused upgrade what the client sends is read as HTTP: what is none never reaches the origin.")
                .because("An attacker asks for an upgrade that is sure to be refused and then speaks to the origin "
                        + "through the proxy, unread: past authentication, past path rules.")
                .seenIn("kubernetes#71411", "CVE-2018-1002105", "CVE-2019-17567", "CVE-2026-2833");
        return whatFollowsIsRead(which, response("403 Forbidden", ""))
                .claims(status(client("a"), 403))
                .failsUnder("tunnels-on-intent", "no head at origin b")
                .build();
    }

    private static Case noTunnelAfterAdvertisement() {
        CaseBuilder which = must(
                        "refusals/no-tunnel-after-200",
                        contract("no-tunnel-without-101"),
                        "A 200 that advertises protocols is no switch: what the client then sends is read as HTTP.")
                .because("Origins advertise h2c in ordinary answers. A proxy that takes the field for a switch "
                        + "gives every client an unwatched tunnel.")
                .seenIn("nginx#1476", "CVE-2019-17567");
        return whatFollowsIsRead(
                        which,
                        response("200 OK", "plain").and("Connection", "Upgrade").and("Upgrade", "h2, h2c"))
                .claims(status(client("a"), 200), field(client("a"), ":body", "plain"))
                .failsUnder("upgrade-field-is-acceptance", "no head at origin b")
                .failsUnder("tunnels-on-intent", "no head at origin b")
                .build();
    }

    private static Case nextRequest() {
        return should(
                        "refusals/next-request-served",
                        contract("no-tunnel-without-101"),
                        "After a refused upgrade the connection serves the next request, or is closed.")
                .because("Browsers reuse a connection after a refusal. If the proxy stops reading it, the next "
                        + "request of the page hangs until a timeout.")
                .seenIn("go#80875")
                .then(ask("a", opening("a")))
                .then(answer("a", response("403 Forbidden", "no")))
                .then(
                        send(client("a"), request("GET", "b")),
                        await(origin("b"), Sign.HEAD, BRIEFLY),
                        send(origin("b"), response("200 OK", "next")),
                        await(client("a"), Sign.head(2)))
                .then(fence())
                .claims(
                        status(client("a"), 403),
                        either(
                                way("served", seen(origin("b"), Sign.HEAD), nthStatus(client("a"), 2, 200)),
                                way("closed", never(origin("b"), Sign.HEAD), seen(client("a"), Sign.ENDED))),
                        fenceSeen())
                .failsUnder("hangs-after-refusal", "but was: never seen")
                .build();
    }

    private static Case earlyOctets() {
        return must(
                        "refusals/early-octets-wait",
                        contract("early-octets"),
                        "What a client sends behind its opening handshake does not reach an origin that has not switched.")
                .because("An origin that has not switched reads the octets as its next request: the client writes "
                        + "requests that no rule of the proxy has seen.")
                .seenIn("CVE-2026-2833", "CVE-2025-64763")
                .then(open("a"), send(client("a"), opening("a").octets(), Octets.binary(1, 40, 31)))
                .then(await(origin("a"), Sign.HEAD), await(origin("a"), Sign.TUNNEL_OCTETS, BRIEFLY))
                .then(send(origin("a"), response("403 Forbidden", "")), await(client("a"), Sign.HEAD))
                .then(fence())
                .claims(never(origin("a"), Sign.TUNNEL_OCTETS), status(client("a"), 400, 403), fenceSeen())
                .failsUnder("relays-early-octets", "octets in the tunnel at origin a")
                .build();
    }

    private static Case originDown() {
        return should(
                        "refusals/origin-down",
                        contract("origin-down"),
                        "Where the origin refuses connections the client is told so at once.")
                .because("While an origin restarts, clients should fail at once and come back. Held open instead, "
                        + "they pile up until the proxy is full.")
                .seenIn("envoy#3236", "http-proxy-middleware#44")
                .then(originListens(Listening.REFUSING))
                .then(ask("a", opening("a")))
                // Longer than it is allowed, so that a target that tells the client late is seen to do so.
                .then(await(client("a"), Sign.HEAD, Span.seconds(4)))
                .claims(originFailed("a"), within(SOON, client("a"), Sign.CONNECTED, Sign.HEAD))
                .failsUnder("hangs-when-refused", "but was: no response")
                .failsUnder("silent-when-refused", "but was: no response")
                .build();
    }

    private static Case originEnds() {
        return should(
                        "refusals/origin-ends-unanswered",
                        contract("origin-down"),
                        "An origin that ends the connection without an answer is asked once more at most, and the client is told.")
                .because("An origin that crashes on a request should meet it once. Retried again and again, one "
                        + "bad request takes down each origin in turn.")
                .then(ask("a", opening("a")))
                .then(
                        await(origin("a"), Sign.HEAD),
                        finish(origin("a"), Ending.FIN),
                        await(origin("a"), Sign.head(2), Span.seconds(0.3)),
                        finish(origin("a"), Ending.FIN),
                        await(client("a"), Sign.HEAD))
                .then(fence())
                .claims(never(origin("a"), Sign.head(3)), originFailed("a"), fenceSeen())
                .failsUnder("hangs-on-eof", "but was: no response")
                .failsUnder("retries-on-eof", "no head 3 at origin a")
                .build();
    }

    private static Case originIsNoHttp() {
        return should(
                        "refusals/origin-is-no-http",
                        contract("answer-checked"),
                        "An answer that is no HTTP becomes a 502, and the next exchange is none the worse.")
                .because("A wrong port in a configuration is common. Garbage passed on confuses clients and "
                        + "caches; a crash takes all tunnels with it.")
                .seenIn("http-proxy-middleware#733")
                .then(ask("a", opening("a")))
                .then(
                        await(origin("a"), Sign.HEAD),
                        send(origin("a"), new Raw("220 mail.example ESMTP\r\n\r\n")),
                        finish(origin("a"), Ending.FIN),
                        await(client("a"), Sign.HEAD))
                .then(fence())
                .claims(originFailed("a"), fenceSeen())
                .failsUnder("relays-garbage", "but was: no response")
                .build();
    }
}
