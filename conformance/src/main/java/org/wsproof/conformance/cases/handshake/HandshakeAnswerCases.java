package org.wsproof.conformance.cases.handshake;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.cases.script.HeadText;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;

/** The opening handshake: the fields of the origin's 101, as the client sees them. */
final class HandshakeAnswerCases {
    private static final String SUBPROTOCOL = "Sec-WebSocket-Protocol";

    private HandshakeAnswerCases() {}

    static List<Case> all() {
        return List.of(connectionList(), fieldsOnce(), fieldsKept(), noSubprotocol(), inPieces(), largeHead());
    }

    private static Case connectionList() {
        return must(
                        "handshake/answer-connection-list",
                        rfc(9110, "7.6.1", "MUST"),
                        "A 101 whose Connection field lists more than the upgrade option switches all the same.")
                .because("Some servers list keep-alive beside upgrade in their 101. A proxy that compares the "
                        + "whole value turns each of their handshakes into an error.")
                .seenIn("gorilla/websocket#604")
                .then(ask("a", opening("a")))
                .then(answer("a", switching().with("Connection", "upgrade, keep-alive")))
                .claims(status(client("a"), 101), hasToken(client("a"), "Connection", "upgrade"))
                .failsUnder("answer-exact-match", "but was: status 502")
                .build();
    }

    private static Case fieldsOnce() {
        return must(
                        "handshake/answer-fields-once",
                        rfc(6455, "11.3.3", "MUST NOT"),
                        "The 101 that the client sees has one Upgrade field and one accept value.")
                .because("Clients refuse a 101 with two accept values: the proxy copied the origin's and added its "
                        + "own.")
                .seenIn("h2o#1467")
                .then(tunnel("a"))
                .claims(once(client("a"), "Sec-WebSocket-Accept"), once(client("a"), "Upgrade"))
                .failsUnder("duplicates-accept", "field Sec-WebSocket-Accept once")
                .failsUnder("duplicates-upgrade", "field Upgrade once")
                .build();
    }

    private static Case fieldsKept() {
        return must(
                        "handshake/answer-fields-kept",
                        rfc(9110, "15.2.2", "MUST"),
                        "The 101 that the client sees names the protocol, and the upgrade option.")
                .because("Browsers fail a 101 without Upgrade or Connection. Both are hop-by-hop, so a proxy that "
                        + "cleans answers has to put them back.")
                .seenIn("kong#4718", "caddy#6134")
                .then(tunnel("a"))
                .claims(hasToken(client("a"), "Upgrade", "websocket"), hasToken(client("a"), "Connection", "upgrade"))
                .failsUnder("drops-upgrade-from-101", "field Upgrade with token websocket")
                .failsUnder("drops-connection-from-101", "field Connection with token upgrade")
                .build();
    }

    private static Case noSubprotocol() {
        return must(
                        "handshake/no-subprotocol-invented",
                        rfc(6455, "4.2.2", "MUST NOT"),
                        "Where no subprotocol is offered, or none chosen, the client is told of none.")
                .because("A client that is told of a subprotocol it did not offer must fail the connection; an "
                        + "empty field counts as one in several libraries.")
                .then(tunnel("a"))
                .then(ask("b", opening("b").and(SUBPROTOCOL, "v2.chat, v1.chat")))
                .then(accept("b"))
                .claims(
                        status(client("a"), 101),
                        absent(origin("a"), SUBPROTOCOL),
                        absent(client("a"), SUBPROTOCOL),
                        status(client("b"), 101),
                        absent(client("b"), SUBPROTOCOL))
                .failsUnder("invents-subprotocol", "field Sec-WebSocket-Protocol absent")
                .build();
    }

    private static Case inPieces() {
        return must(
                        "handshake/answer-in-pieces",
                        contract("octet-stream"),
                        "An answer's head that arrives octet by octet is taken as one that arrives whole.")
                .because("An origin under load flushes its head in parts. A proxy that expects one read then "
                        + "answers 502 at the worst time.")
                .then(ask("a", opening("a")))
                .then(
                        await(origin("a"), Sign.HEAD),
                        trickle(origin("a"), 1, Span.seconds(0.001), switching().octets()),
                        await(client("a"), Sign.HEAD))
                .claims(status(client("a"), 101))
                .failsUnder("head-in-one-read", "but was: status 502")
                .build();
    }

    private static Case largeHead() {
        HeadText large = switching()
                .and("Set-Cookie", "first=1; Path=/; HttpOnly")
                .and("Set-Cookie", "second=2; Expires=Wed, 09 Jun 2038 10:18:14 GMT");
        for (int i = 1; i <= 4; i++) {
            large = large.and("X-Filler-" + i, "x".repeat(5_000));
        }
        return should(
                        "handshake/answer-head-of-20-kib",
                        contract("large-answer"),
                        "A 101 with a head of 20 KiB and two cookies reaches the client with each of its fields.")
                .because("Cookies, policies and tokens add up. Behind a buffer of 4 or 8 KiB the handshake fails "
                        + "for exactly the users who are signed in.")
                .then(ask("a", opening("a")))
                .then(answer("a", large.and("X-Last", "is here")))
                .claims(
                        status(client("a"), 101),
                        asSent(client("a"), "Set-Cookie"),
                        field(client("a"), "X-Last", "is here"))
                .failsUnder("caps-answer-head", "but was: status 502")
                .failsUnder("joins-set-cookie", "field Set-Cookie as sent")
                .build();
    }
}
