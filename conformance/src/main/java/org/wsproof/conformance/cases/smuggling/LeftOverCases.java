package org.wsproof.conformance.cases.smuggling;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.cases.script.Strictness.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.cases.script.CaseBuilder;
import org.wsproof.conformance.cases.script.HeadText;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.model.Sign;

/** What one exchange leaves behind on a connection must not become part of another client's exchange. */
final class LeftOverCases {
    private static final String POISON = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison";

    private LeftOverCases() {}

    static List<Case> all() {
        return List.of(contentOfRefusedUpgrade(), behindRefusal(), behindUnasked101());
    }

    private static CaseBuilder victimIsServed(CaseBuilder which) {
        return which.then(ask("v", request("GET", "v")))
                .then(answer("v", response("200 OK", "victim")))
                .then(fence())
                .claims(status(client("v"), 200), field(client("v"), ":body", "victim"), fenceSeen());
    }

    private static Case contentOfRefusedUpgrade() {
        CaseBuilder which = must(
                        "smuggling/content-of-refused-upgrade",
                        contract("no-content"),
                        "The content of an upgrade that the origin refuses does not become part of the next request, nor the next request part of it.")
                .then(ask("a", opening("a").and("Content-Length", "5").followedBy("hello")))
                .then(
                        await(client("a"), Sign.HEAD, BRIEFLY),
                        send(origin("a"), response("403 Forbidden", "")),
                        await(client("a"), Sign.HEAD, BRIEFLY));
        return victimIsServed(which)
                .claims(never(origin("a"), Sign.TUNNEL_OCTETS), field(origin("v"), ":method", "GET"))
                .failsUnder("forwards-content-without-length", "octets in the tunnel at origin a")
                .failsUnder("leaves-content-owed", "field :method equal to GET")
                .because("Content that is passed on without its length, or announced and not passed on, puts the"
                        + " connection out of step: the next client gets the answer to somebody else's request.")
                .seenIn("CVE-2026-58055")
                .build();
    }

    /** RFC 9112 §9.2 binds the proxy as the client it is towards the origin. */
    private static CaseBuilder answerBehind(CaseBuilder which, HeadText request, HeadText answer) {
        return victimIsServed(which.then(ask("a", request))
                        .then(
                                await(origin("a"), Sign.HEAD),
                                send(origin("a"), answer.octets(), new Raw(POISON)),
                                await(client("a"), Sign.HEAD)))
                .failsUnder("reuses-backside-unread", "field :body equal to victim")
                .because("Octets that nobody asked for, read as the answer to the next request, are a page of the"
                        + " attacker's choice for whoever comes next.");
    }

    private static Case behindRefusal() {
        CaseBuilder which = must(
                "smuggling/answer-behind-refusal",
                rfc(9112, "9.2", "MUST NOT"),
                "A second answer behind a refused upgrade is nobody's: the next client gets its own.");
        return answerBehind(which, opening("a"), response("403 Forbidden", "no"))
                .build();
    }

    private static Case behindUnasked101() {
        CaseBuilder which = must(
                "smuggling/answer-behind-unasked-101",
                rfc(9112, "9.2", "MUST NOT"),
                "What an origin sends behind a 101 that nobody asked for is no answer to the next client.");
        return answerBehind(which, request("GET", "a"), switching().without("Sec-WebSocket-Accept"))
                .build();
    }
}
