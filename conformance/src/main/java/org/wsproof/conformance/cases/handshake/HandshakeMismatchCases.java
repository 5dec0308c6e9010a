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
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Sign;

/** The opening handshake: a 101 that is not what the client asked for. */
final class HandshakeMismatchCases {
    private static final String ACCEPT = "Sec-WebSocket-Accept";
    private static final String EXTENSIONS = "Sec-WebSocket-Extensions";
    private static final String SUBPROTOCOL = "Sec-WebSocket-Protocol";
    private static final String OF_ANOTHER_KEY = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

    private HandshakeMismatchCases() {}

    static List<Case> all() {
        return List.of(
                http10(),
                closeOption(),
                acceptOfAnotherKey(),
                acceptMissing(),
                subprotocolNeverOffered(),
                extensionNeverOffered());
    }

    private static Case http10() {
        return should(
                        "handshake/answer-101-in-http-1-0",
                        contract("answer-checked"),
                        "A 101 in HTTP/1.0, which has no upgrades, opens no tunnel, and its connection is ended.")
                .then(ask("a", opening("a")))
                .then(answer("a", switching().startingWith("HTTP/1.0 101 Switching Protocols")))
                .then(await(origin("a"), Sign.ENDED))
                .claims(originFailed("a"), seen(origin("a"), Sign.ENDED))
                .failsUnder("accepts-101-in-http-1.0", "but was: status 101")
                .because("An origin that answers so does not know what it is doing: whether it will speak WebSocket is"
                        + " anybody's guess, and the client is better told than left hanging.")
                .build();
    }

    private static Case closeOption() {
        return should(
                        "handshake/answer-with-close-option",
                        contract("answer-checked"),
                        "A 101 with the connection option close makes a tunnel that works, or becomes a 502.")
                .then(ask("a", opening("a")))
                .then(answer("a", switching().with("Connection", "Upgrade, close")))
                .then(
                        send(client("a"), Octets.binary(1, 40, 16)),
                        await(origin("a"), Sign.FRAME, BRIEFLY),
                        send(origin("a"), Octets.binary(1, 40, 17)),
                        await(client("a"), Sign.FRAME, BRIEFLY))
                .claims(either(
                        way("tunnel", status(client("a"), 101), clientsOctetsArrive("a"), originsOctetsArrive("a")),
                        way("refused", originFailed("a"))))
                .failsUnder("close-in-answer-ends-tunnel", " of 1 frames")
                .because("A 101 followed by the end of the connection looks to a client like a network that fails, and"
                        + " sends it into reconnecting for ever.")
                .seenIn("warmcat/libwebsockets#1435")
                .build();
    }

    private static CaseBuilder acceptBecomes(CaseBuilder which, HeadText answer) {
        return which.then(ask("a", opening("a")))
                .then(answer("a", answer))
                .claims(either(
                        way("relayed as it is", status(client("a"), 101), asSent(client("a"), ACCEPT)),
                        way("refused", originFailed("a")),
                        way("put right", status(client("a"), 101), field(client("a"), ACCEPT, Rule.ACCEPTS_KEY)),
                        way("changed", status(client("a"), 101)),
                        way("no answer", never(client("a"), Sign.HEAD))))
                .failsUnder("checks-accept", "observed: refused")
                .failsUnder("computes-accept", "observed: put right")
                .because("The client must check the value and fails the connection if it is wrong (RFC 6455 §4.1): a"
                        + " proxy may do so before it, or leave it to the client, but whoever looks for the cause wants"
                        + " to know which.");
    }

    private static Case acceptOfAnotherKey() {
        CaseBuilder which = observe(
                "handshake/accept-of-another-key",
                rfc(6455, "4.1", "MUST"),
                "What becomes of a 101 whose accept value belongs to another key.");
        return acceptBecomes(which, switching().with(ACCEPT, OF_ANOTHER_KEY)).build();
    }

    private static Case acceptMissing() {
        CaseBuilder which = observe(
                "handshake/accept-missing", rfc(6455, "4.1", "MUST"), "What becomes of a 101 without an accept value.");
        return acceptBecomes(which, switching().without(ACCEPT)).build();
    }

    private static CaseBuilder neverOffered(CaseBuilder which, String name, String value) {
        return which.then(ask("a", opening("a")))
                .then(answer("a", switching().and(name, value)))
                .claims(either(
                        way("relayed as it is", status(client("a"), 101), asSent(client("a"), name)),
                        way("refused", originFailed("a"))))
                .because("The client must fail the connection over it (RFC 6455 §4.1). Hidden from the client, the"
                        + " origin's choice stands all the same: from the first frame on the ends misread each other.");
    }

    private static Case subprotocolNeverOffered() {
        CaseBuilder which = should(
                "handshake/subprotocol-never-offered",
                contract("negotiation"),
                "A subprotocol that the origin chose though nobody offered it is shown to the client, or is a 502.");
        return neverOffered(which, SUBPROTOCOL, "v9.chat")
                .failsUnder("answers-first-subprotocol", "field Sec-WebSocket-Protocol as sent")
                .build();
    }

    private static Case extensionNeverOffered() {
        CaseBuilder which = should(
                "handshake/extension-never-offered",
                contract("negotiation"),
                "An extension that the origin accepted though nobody offered it is shown to the client, or is a 502.");
        return neverOffered(which, EXTENSIONS, "permessage-deflate")
                .failsUnder("strips-extensions-from-answer", "field Sec-WebSocket-Extensions as sent")
                .build();
    }
}
