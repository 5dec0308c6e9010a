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
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Octets.Frame;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;

/** The opening handshake: which answers of the origin are a switch, which are not, and how long it has to give one. */
final class HandshakeSwitchCases {
    private static final HeadText EARLY_HINTS = interim("103 Early Hints").and("Link", "</style.css>; rel=preload");

    private HandshakeSwitchCases() {}

    static List<Case> all() {
        return List.of(
                earlyHints(),
                unaskedContinue(),
                interimInOneWrite(),
                unasked101(),
                withoutUpgrade(),
                otherProtocol(),
                contentLength(),
                transferEncoding(),
                silentOrigin(),
                outlivesHandshakeTimer());
    }

    private static CaseBuilder switchesAfter(CaseBuilder which, HeadText interim) {
        return which.then(ask("a", opening("a")))
                .then(
                        await(origin("a"), Sign.HEAD),
                        send(origin("a"), interim),
                        await(client("a"), new Sign(Sign.Kind.INTERIM, 1), BRIEFLY))
                .then(accept("a"))
                .then(toClient("a", 1, Octets.binary(1, 40, 11)))
                .claims(status(client("a"), 101), originsOctetsArrive("a"))
                .failsUnder("first-interim-is-final", "status 101 at client a");
    }

    private static Case earlyHints() {
        CaseBuilder which = must(
                        "handshake/interim-103-then-101",
                        rfc(9110, "15.2", "MUST"),
                        "An interim 103 is not the answer: the 101 behind it is.")
                .because("An origin, or a server in front of it, that sends early hints loses every WebSocket if "
                        + "the proxy takes the first head for the last.")
                .seenIn("fpco/http-reverse-proxy#44");
        return switchesAfter(which, EARLY_HINTS).build();
    }

    private static Case unaskedContinue() {
        CaseBuilder which = must(
                        "handshake/interim-100-then-101",
                        rfc(9110, "15.2", "MUST"),
                        "A 100 that nobody expected is not the answer: the 101 behind it is.")
                .because("Frameworks send 100 of their own accord. Taken for the answer it ends the handshake, and "
                        + "the 101 is read as data.");
        return switchesAfter(which, interim("100 Continue")).build();
    }

    private static Case interimInOneWrite() {
        return must(
                        "handshake/interim-in-one-write-with-101",
                        rfc(9110, "15.2", "MUST"),
                        "An interim 103, the 101 and a frame may come in one write: each is what it is.")
                .because("TCP joins what is written in quick succession: a parser that drops the rest of its "
                        + "buffer after a 1xx loses the 101, or the first message.")
                .seenIn("h2o#1272")
                .then(ask("a", opening("a")))
                .then(
                        await(origin("a"), Sign.HEAD),
                        send(origin("a"), EARLY_HINTS.octets(), switching().octets(), Octets.binary(1, 40, 15)),
                        await(client("a"), Sign.FRAME))
                .claims(status(client("a"), 101), originsOctetsArrive("a"))
                .failsUnder("first-interim-is-final", "status 101 at client a")
                .build();
    }

    private static Case unasked101() {
        return must(
                        "handshake/unasked-101",
                        rfc(9110, "7.8", "MUST NOT"),
                        "A client that asked for no upgrade is never told that the protocol was switched.")
                .because("A client that did not ask keeps speaking HTTP while the proxy relays octets: requests "
                        + "pass unread, past every rule.")
                .seenIn("go#80875")
                .then(ask("a", request("GET", "a")))
                .then(answer("a", switching().without("Sec-WebSocket-Accept")))
                .claims(originFailed("a"), absent(client("a"), "Upgrade"))
                .failsUnder("relays-unasked-101", "but was: status 101")
                .build();
    }

    private static CaseBuilder isNoSwitch(CaseBuilder which, HeadText answer) {
        return which.then(ask("a", opening("a")))
                .then(answer("a", answer))
                .then(await(origin("a"), Sign.ENDED))
                .claims(originFailed("a"), seen(origin("a"), Sign.ENDED))
                .failsUnder("keeps-backside-after-bad-101", "but was: never seen");
    }

    private static Case withoutUpgrade() {
        CaseBuilder which = should(
                        "handshake/answer-without-upgrade",
                        contract("answer-checked"),
                        "A 101 that names no protocol opens no tunnel, and its connection is ended.")
                .because("A 101 that names no protocol says nothing of what follows. A tunnel opened on it relays "
                        + "octets that both ends read differently.");
        return isNoSwitch(which, switching().without("Upgrade"))
                .failsUnder("accepts-101-without-upgrade", "but was: status 101")
                .build();
    }

    private static Case otherProtocol() {
        CaseBuilder which = should(
                        "handshake/answer-names-another-protocol",
                        contract("answer-checked"),
                        "A 101 to a protocol that the client did not ask for opens no tunnel, and its connection is ended.")
                .because("The client would take the origin's octets for frames, the origin the client's for "
                        + "something else.")
                .seenIn("go#80875");
        return isNoSwitch(which, switching().with("Upgrade", "x-wsproof/1"))
                .failsUnder("accepts-other-protocol", "but was: status 101")
                .build();
    }

    private static CaseBuilder bodilessSwitch(CaseBuilder which, String name, String value) {
        Frame message = new Frame(true, 0, 2, "8 octets");
        return which.then(ask("a", opening("a")))
                .then(
                        await(origin("a"), Sign.HEAD),
                        send(origin("a"), switching().and(name, value).octets(), message, Octets.binary(1, 40, 12)),
                        await(client("a"), Sign.frame(2)))
                .claims(either(
                        way("switched", status(client("a"), 101), originsOctetsArrive("a"), absent(client("a"), name)),
                        way("refused", originFailed("a"))));
    }

    private static Case contentLength() {
        CaseBuilder which = must(
                        "handshake/answer-content-length",
                        rfc(9110, "8.6", "MUST NOT"),
                        "A Content-Length on a 101 bounds nothing, and is not passed on.")
                .because("A proxy that honours the length cuts the tunnel after so many octets, or swallows them: "
                        + "the first messages are gone.")
                .seenIn("envoy#10811");
        return bodilessSwitch(which, "Content-Length", "5")
                .failsUnder("content-length-on-101-honoured", " of 2 frames")
                .failsUnder("keeps-content-length-on-101", "field Content-Length absent")
                .build();
    }

    private static Case transferEncoding() {
        CaseBuilder which = must(
                        "handshake/answer-transfer-encoding",
                        rfc(9112, "6.1", "MUST NOT"),
                        "A Transfer-Encoding on a 101 applies to nothing, and is not passed on.")
                .because("A proxy that honours it reads frames as chunk sizes, and hangs or fails with an error "
                        + "that nobody can place.")
                .seenIn("adamfisk/LittleProxy#293");
        return bodilessSwitch(which, "Transfer-Encoding", "chunked")
                .failsUnder("transfer-encoding-on-101-honoured", " of 2 frames")
                .failsUnder("keeps-transfer-encoding-on-101", "field Transfer-Encoding absent")
                .build();
    }

    private static Case silentOrigin() {
        return should(
                        "handshake/silent-origin",
                        contract("silent-origin"),
                        "An origin that does not answer costs the client the handshake timeout, and its connection is ended.")
                .because("One origin that hangs takes a client, two connections and their buffers each time; "
                        + "enough of them are an outage of the proxy.")
                .seenIn("envoy#41068", "unjs/httpxy#172")
                .on(Profile.SHORT_TIMERS)
                .then(ask("a", opening("a")))
                .then(
                        await(origin("a"), Sign.HEAD),
                        await(client("a"), Sign.HEAD, Span.handshake(2.5)),
                        await(origin("a"), Sign.ENDED))
                .claims(
                        originFailed("a"),
                        due(Span.Timer.HANDSHAKE, origin("a"), Sign.HEAD, new Claim.Seen(client("a"), Sign.HEAD)),
                        seen(origin("a"), Sign.ENDED))
                .failsUnder("no-answer-timer", "but was: no response")
                .failsUnder("answer-timer-late", "head at client a within")
                .build();
    }

    private static Case outlivesHandshakeTimer() {
        return must(
                        "handshake/tunnel-outlives-handshake-timer",
                        contract("handshake-timer"),
                        "The handshake timer has no hold on a tunnel.")
                .because("Connections break at the same age, 15 or 60 seconds, however busy they are, and "
                        + "reconnects hide it until a message is lost.")
                .seenIn("envoy#20062")
                .on(Profile.SHORT_TIMERS)
                .then(tunnel("a"))
                .then(
                        trickle(origin("a"), 6, Span.handshake(0.1), Octets.binary(18, 4, 13)),
                        await(client("a"), Sign.frame(18), Span.handshake(3)))
                .then(toOrigin("a", 1, Octets.binary(1, 40, 14)))
                .claims(originsOctetsArrive("a"), clientsOctetsArrive("a"))
                .failsUnder("handshake-timer-stays", " of 18 frames")
                .build();
    }
}
