package org.wsproof.conformance.cases.policy;

import static org.wsproof.conformance.cases.policy.Guarded.NO;
import static org.wsproof.conformance.cases.policy.Guarded.YES;
import static org.wsproof.conformance.cases.policy.Guarded.answered;
import static org.wsproof.conformance.cases.policy.Guarded.asked;
import static org.wsproof.conformance.cases.policy.Guarded.decides;
import static org.wsproof.conformance.cases.policy.Guarded.fence;
import static org.wsproof.conformance.cases.policy.Guarded.keptFromOrigin;
import static org.wsproof.conformance.cases.policy.Guarded.refused;
import static org.wsproof.conformance.cases.script.CaseBuilder.contract;
import static org.wsproof.conformance.cases.script.CaseBuilder.must;
import static org.wsproof.conformance.cases.script.Claims.fenceSeen;
import static org.wsproof.conformance.cases.script.Claims.never;
import static org.wsproof.conformance.cases.script.HeadText.opening;
import static org.wsproof.conformance.cases.script.HeadText.request;
import static org.wsproof.conformance.cases.script.HeadText.response;
import static org.wsproof.conformance.cases.script.Script.BRIEFLY;
import static org.wsproof.conformance.cases.script.Script.answer;
import static org.wsproof.conformance.cases.script.Script.answerIfAsked;
import static org.wsproof.conformance.cases.script.Script.ask;
import static org.wsproof.conformance.cases.script.Script.await;
import static org.wsproof.conformance.cases.script.Script.send;
import static org.wsproof.conformance.model.Endpoint.authority;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.cases.script.CaseBuilder;
import org.wsproof.conformance.cases.script.HeadText;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;
import org.wsproof.conformance.model.Step;

/** The decision comes first, and for each request of a connection anew. */
final class PolicyConnectionCases {
    private PolicyConnectionCases() {}

    static List<Case> all() {
        return List.of(
                decidedFirst(), earlyOctets(), askedAgainAfterRefusal(), askedAgainAfterYes(), notOpenedByBadVersion());
    }

    private static CaseBuilder guarded(String id, String contract, String sentence) {
        return must(id, contract(contract), sentence).on(Profile.GUARDED).after("policy/200-lets-in");
    }

    private static Case decidedFirst() {
        return guarded(
                        "policy/decided-first",
                        "authority-first",
                        "Nothing reaches the origin while the authority has not decided.")
                .then(ask("a", opening("a")))
                .then(await(authority("a"), Sign.HEAD), await(origin("a"), Sign.HEAD, Span.authority(0.5)))
                .then(send(authority("a"), YES))
                .then(answer("a", HeadText.switching()))
                .claims(new Claim.Between(
                        authority("a"), Sign.HEAD, origin("a"), Sign.HEAD, Span.authority(0.5), Span.seconds(0)))
                .because(
                        "An origin that is asked meanwhile has acted on the request (logged in, subscribed, spent) before it was refused.")
                .failsUnder("does-not-wait-for-authority", "head at origin a at least")
                .build();
    }

    /** What follows the head is no HTTP: only octets that are relayed unread would bring it anywhere. */
    private static Case earlyOctets() {
        return guarded(
                        "policy/early-octets-stay",
                        "early-octets",
                        "Octets behind an opening handshake go neither to the authority nor, refused, to the origin.")
                .then(ask("a", opening("a").followedBy("G\u0001T {target:b} HTTP/1.1\r\nHost: {host}\r\n\r\n")))
                .then(await(authority("a"), Sign.HEAD), await(authority("b"), Sign.HEAD, Span.seconds(0.2)))
                .then(send(authority("a"), NO), answered("a"))
                .then(fence())
                .claims(never(authority("b"), Sign.HEAD), keptFromOrigin("a"), keptFromOrigin("b"), fenceSeen())
                .because(
                        "Octets that reach the authority unread are a second request to it, of which its answers are off by one from then on.")
                .failsUnder("authority-gets-early-octets", "no head at authority b")
                .build();
    }

    /** A connection that ended behind the refusal is as good: the second request is lost with it. */
    private static List<Step> thenDenied(HeadText next) {
        return List.of(
                send(client("a"), next),
                await(authority("b"), Sign.HEAD, BRIEFLY),
                send(authority("b"), NO),
                await(client("a"), Sign.head(2), BRIEFLY));
    }

    private static Case askedAgainAfterRefusal() {
        return guarded(
                        "policy/asked-again-after-refusal",
                        "authority-first",
                        "What follows a refused request on its connection is decided on like any other.")
                .then(ask("a", opening("a")))
                .then(decides("a", NO))
                .then(answered("a"))
                .then(thenDenied(opening("b")))
                .then(fence())
                .claims(asked("a"), refused("a"), keptFromOrigin("b"), fenceSeen())
                .because(
                        "A connection that was refused once and is then relayed unread carries whatever its client likes past every rule.")
                .seenIn("kubernetes#71411")
                .failsUnder("asks-authority-once", "no head at origin b")
                .build();
    }

    private static Case askedAgainAfterYes() {
        return guarded(
                        "policy/asked-again-after-yes",
                        "authority-first",
                        "One allowed request does not let in the next one on its connection.")
                .then(ask("a", request("GET", "a")))
                .then(decides("a", YES))
                .then(answer("a", response("200 OK", "one")))
                .then(thenDenied(opening("b")))
                .then(fence())
                .claims(asked("a"), keptFromOrigin("b"), fenceSeen())
                .because("A client with leave for one page would have leave for all.")
                .failsUnder("asks-authority-once", "no head at origin b")
                .build();
    }

    /** The target may refuse the version itself, without asking anybody. */
    private static Case notOpenedByBadVersion() {
        return guarded(
                        "policy/asked-again-after-bad-version",
                        "authority-first",
                        "An opening handshake of an unknown version lets nothing past the authority behind it.")
                .then(ask("a", opening("a").with("Sec-WebSocket-Version", "1777")))
                .then(await(authority("a"), Sign.HEAD, BRIEFLY), send(authority("a"), YES))
                .then(answerIfAsked("a", response("426 Upgrade Required", "").and("Sec-WebSocket-Version", "13")))
                .then(thenDenied(request("GET", "b")))
                .then(fence())
                .claims(keptFromOrigin("b"), fenceSeen())
                .because(
                        "A proxy that takes the attempt for a tunnel relays the requests behind it unread, past the authority: a public attack does just that.")
                .seenIn("kubernetes#71411")
                .failsUnder("asks-authority-once", "no head at origin b")
                .build();
    }
}
