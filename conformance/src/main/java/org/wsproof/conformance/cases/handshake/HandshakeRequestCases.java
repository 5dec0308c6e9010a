package org.wsproof.conformance.cases.handshake;

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
import org.wsproof.conformance.model.Claim.Field.Rule;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;

/** The opening handshake: what the client asks, and how the origin is asked in turn. */
final class HandshakeRequestCases {
    private static final String EXTENSIONS = "Sec-WebSocket-Extensions";
    private static final String SUBPROTOCOL = "Sec-WebSocket-Protocol";

    private HandshakeRequestCases() {}

    static List<Case> all() {
        return List.of(
                basic(),
                connectionList(),
                connectionLines(),
                letterCase(),
                keyOnce(),
                subprotocolOffered(),
                extensions(),
                target(),
                inPieces(),
                expectContinue());
    }

    private static Case basic() {
        return must("handshake/basic", rfc(6455, "4.2.2", "MUST"), "A valid opening handshake opens a tunnel.")
                .because("Without it no browser or library gets through at all. A wrong accept value makes every "
                        + "client that checks it, as all browsers do, drop the connection.")
                .then(tunnel("a"))
                .claims(
                        status(client("a"), 101),
                        field(client("a"), "Sec-WebSocket-Accept", Rule.ACCEPTS_KEY),
                        field(origin("a"), ":method", "GET"),
                        field(origin("a"), ":version", "HTTP/1.1"),
                        hasToken(origin("a"), "Upgrade", "websocket"),
                        hasToken(origin("a"), "Connection", "upgrade"))
                .failsUnder("answers-wrong-accept", "field Sec-WebSocket-Accept equal to")
                .build();
    }

    private static CaseBuilder takenForAnUpgrade(CaseBuilder which, HeadText request) {
        return which.then(ask("a", request))
                .then(accept("a"))
                .claims(
                        hasToken(origin("a"), "Upgrade", "websocket"),
                        hasToken(origin("a"), "Connection", "upgrade"),
                        status(client("a"), 101));
    }

    private static Case connectionList() {
        CaseBuilder which = must(
                        "handshake/connection-list",
                        rfc(9110, "7.6.1", "MUST"),
                        "The upgrade option is found among other connection options.")
                .because("Firefox sends keep-alive, Upgrade. A proxy that compares the whole value serves Chrome "
                        + "and turns Firefox away.")
                .seenIn("kong#5495", "vertx-http-proxy#62", "vertx-http-proxy#105", "sozu#126");
        return takenForAnUpgrade(which, opening("a").with("Connection", "keep-alive, Upgrade"))
                .failsUnder("connection-exact-match", "field Upgrade with token websocket")
                .build();
    }

    private static Case connectionLines() {
        CaseBuilder which = must(
                        "handshake/connection-lines",
                        rfc(9110, "7.6.1", "MUST"),
                        "The upgrade option is found in a second Connection line.")
                .because("A client library or a load balancer in front may add a line instead of a list member. "
                        + "Read as its first line alone, the handshake becomes a plain GET, and the application "
                        + "answers 400 or 200.")
                .seenIn("vertx-http-proxy#105");
        return takenForAnUpgrade(
                        which, opening("a").with("Connection", "keep-alive").and("Connection", "Upgrade"))
                .failsUnder("first-connection-line-only", "field Upgrade with token websocket")
                .build();
    }

    private static Case letterCase() {
        CaseBuilder which = must(
                        "handshake/letter-case",
                        rfc(9110, "7.6.1", "MUST"),
                        "Letter case matters neither in field names nor in the tokens of an upgrade.")
                .because("Clients write WebSocket, websocket, Upgrade and upgrade. Which of them works must not "
                        + "depend on which proxy stands between.")
                .seenIn("traefik#6705");
        HeadText request = opening("a")
                .without("Connection")
                .without("Upgrade")
                .and("connection", "UPGRADE")
                .and("upgrade", "WebSocket");
        return takenForAnUpgrade(which, request)
                .failsUnder("case-sensitive-tokens", "field Upgrade with token websocket")
                .failsUnder("case-sensitive-names", "field Upgrade with token websocket")
                .build();
    }

    private static Case keyOnce() {
        return must(
                        "handshake/key-and-version-once",
                        rfc(6455, "11.3.1", "MUST NOT"),
                        "The origin is sent one key and one version.")
                .because("An origin that finds two keys refuses the handshake, or answers the one that the client "
                        + "did not send.")
                .then(tunnel("a"))
                .claims(
                        once(origin("a"), "Sec-WebSocket-Key"),
                        once(origin("a"), "Sec-WebSocket-Version"),
                        field(origin("a"), "Sec-WebSocket-Version", "13"))
                .failsUnder("duplicates-key", "field Sec-WebSocket-Key once")
                .build();
    }

    private static Case subprotocolOffered() {
        return must(
                        "handshake/subprotocols-offered",
                        rfc(6455, "4.2.2", "MUST"),
                        "The origin sees all subprotocols offered, in order, and the client the one that the origin chose.")
                .because("Applications negotiate versions and even tokens by subprotocol. Where a line is lost or "
                        + "another choice reported, the ends speak two protocols to each other.")
                .seenIn("fastify/fastify-http-proxy#256", "traefik#2912")
                .then(ask("a", opening("a").and(SUBPROTOCOL, "v3.chat").and(SUBPROTOCOL, "v2.chat, v1.chat")))
                .then(answer("a", switching().and(SUBPROTOCOL, "v1.chat")))
                .claims(
                        status(client("a"), 101),
                        field(origin("a"), SUBPROTOCOL, "v3.chat, v2.chat, v1.chat"),
                        once(client("a"), SUBPROTOCOL),
                        field(client("a"), SUBPROTOCOL, "v1.chat"))
                .failsUnder("keeps-first-line-only", "but was: v3.chat")
                .failsUnder("answers-first-subprotocol", "but was: v3.chat")
                .build();
    }

    private static Case extensions() {
        String offer = "permessage-deflate; client_max_window_bits; server_no_context_takeover, x-wsproof; level=7";
        String accepted = "permessage-deflate; server_no_context_takeover; client_max_window_bits=12";
        return must(
                        "handshake/extensions",
                        contract("negotiation"),
                        "Extensions are negotiated between the ends as they wrote them, or not at all.")
                .because("If only one end believes that compression was agreed on, the first compressed frame ends "
                        + "the connection with 1002.")
                .seenIn("spring-cloud-gateway#1039")
                .then(ask("a", opening("a").and(EXTENSIONS, offer)))
                .then(answer("a", switching().and(EXTENSIONS, accepted)))
                .claims(
                        status(client("a"), 101),
                        either(
                                way("left alone", asSent(origin("a"), EXTENSIONS), asSent(client("a"), EXTENSIONS)),
                                way(
                                        "removed both ways",
                                        absent(origin("a"), EXTENSIONS),
                                        absent(client("a"), EXTENSIONS))))
                .notAskedOfFraming("It negotiates extensions leg by leg (RFC 6455 §9.1).")
                .failsUnder("strips-extensions-from-answer", "field Sec-WebSocket-Extensions as sent")
                .failsUnder("strips-extensions-from-request", "field Sec-WebSocket-Extensions as sent")
                .build();
    }

    private static Case target() {
        HeadText request =
                opening("a").startingWith("GET {target:a}&p=%2F%2f%7E~a;b=1//c/../d?e&q=%C3%A9+%20 HTTP/1.1");
        return should(
                        "handshake/request-target",
                        contract("request-target"),
                        "The request target reaches the origin octet for octet.")
                .because("Signed URLs stop verifying, and identifiers with an encoded slash lead to another "
                        + "resource, when a proxy decodes and encodes anew.")
                .seenIn("UNDERTOW-2519")
                .then(ask("a", request))
                .then(accept("a"))
                .claims(status(client("a"), 101), asSent(origin("a"), ":target"))
                .failsUnder("decodes-target", "field :target as sent")
                .build();
    }

    private static Case inPieces() {
        return must(
                        "handshake/request-in-pieces",
                        contract("octet-stream"),
                        "A request head that arrives octet by octet is taken as one that arrives whole.")
                .because("Mobile networks and TLS split heads anywhere. A proxy that expects one read fails now "
                        + "and then, for some users, and never in a test.")
                .then(
                        open("a"),
                        trickle(
                                client("a"),
                                1,
                                Span.seconds(0.001),
                                opening("a").octets()))
                .then(accept("a"))
                .claims(status(client("a"), 101))
                .failsUnder("head-in-one-read", "but was: status 400")
                .build();
    }

    private static Case expectContinue() {
        return observe(
                        "handshake/expect-continue",
                        rfc(9110, "10.1.1", "MAY"),
                        "What becomes of an expectation of 100 on an opening handshake, which has no content.")
                .because("Some clients send Expect on each request. Where a 100 is swallowed or taken for the "
                        + "answer, they wait, or take the 101 for garbage.")
                .seenIn("boostorg/beast#264")
                .then(ask("a", opening("a").and("Expect", "100-continue")))
                .then(await(origin("a"), Sign.HEAD, BRIEFLY))
                .then(send(origin("a"), interim("100 Continue")), await(client("a"), INTERIM, BRIEFLY))
                .then(send(origin("a"), switching()))
                .then(await(client("a"), Sign.HEAD))
                .claims(either(
                        way("100, then 101", status(client("a"), 101), seen(client("a"), INTERIM)),
                        way("101 alone", status(client("a"), 101), never(client("a"), INTERIM)),
                        way("refused", status(client("a"), 400, 417)),
                        way("no final answer", never(client("a"), Sign.HEAD))))
                .failsUnder("swallows-interim", "observed: 101 alone")
                .failsUnder("refuses-expect", "observed: refused")
                .build();
    }

    private static final Sign INTERIM = new Sign(Sign.Kind.INTERIM, 1);
}
