package org.wsproof.conformance.cases.close;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;

/** The closing handshake and the control frames beside it: end to end, as they were sent. */
final class CloseCases {
    private CloseCases() {}

    private static final String PINGS = "a Ping is answered, by the target or by the far end (RFC 6455 §5.5.2).";

    static List<Case> all() {
        return List.of(
                codeFromClient(),
                codeFromOrigin(),
                emptyClose(),
                longReason(),
                noCloseInvented(),
                flushFromOrigin(),
                flushFromClient(),
                slowEcho(),
                pingFromClient(),
                pingFromOrigin());
    }

    private static Case codeFromClient() {
        return must(
                        "close/code-from-client",
                        contract("close-codes"),
                        "The code and reason of a client's Close reach the origin, and the origin's reply the client.")
                .because("The origin tells a user who signed out from one whose network failed by the code. "
                        + "Rewritten, sessions end that should not, or never end.")
                .seenIn("spring-cloud-gateway#1057", "spring-cloud-gateway#2624")
                .then(tunnel("a"))
                .then(
                        send(client("a"), Octets.close(4401, "token expired")),
                        await(origin("a"), Sign.close(4401)),
                        send(origin("a"), Octets.close(4401, "token expired")),
                        await(client("a"), Sign.close(4401)))
                .claims(seen(origin("a"), Sign.close(4401)), clientsOctetsArrive("a"), originsOctetsArrive("a"))
                .framing(
                        "the client's Close arrives whole; the reply with its code may be the target's own (RFC 6455 §5.5.1).",
                        clientsOctetsArrive("a"),
                        seen(client("a"), Sign.close(4401)))
                .failsUnder("rewrites-close-code", "differs")
                .build();
    }

    private static Case codeFromOrigin() {
        return must(
                        "close/code-from-origin",
                        contract("close-codes"),
                        "The code and reason of an origin's Close reach the client, and the client's reply the origin.")
                .because("Clients reconnect on some codes and log in on others. Turned into 1000 or 1006, they do "
                        + "the wrong one for ever.")
                .seenIn("spring-cloud-gateway#1057", "spring-cloud-gateway#2624")
                .then(tunnel("a"))
                .then(
                        send(origin("a"), Octets.close(4402, "try elsewhere")),
                        await(client("a"), Sign.close(4402)),
                        send(client("a"), Octets.close(4402, "")),
                        await(origin("a"), Sign.close(4402)))
                .claims(seen(client("a"), Sign.close(4402)), originsOctetsArrive("a"), clientsOctetsArrive("a"))
                .framing(
                        "the origin's Close arrives whole; the reply with its code may be the target's own (RFC 6455 §5.5.1).",
                        originsOctetsArrive("a"),
                        seen(origin("a"), Sign.close(4402)))
                .failsUnder("rewrites-close-code", "differs")
                .build();
    }

    private static Case emptyClose() {
        return must(
                        "close/empty-stays-empty",
                        rfc(6455, "7.4.1", "MUST NOT"),
                        "A Close without a code arrives without a code, both ways; 1005 is never put into it.")
                .because("1005 is never on the wire: a peer that meets it fails the connection with a protocol "
                        + "error, where all had ended well.")
                .seenIn("spring-cloud-gateway#2451")
                .then(tunnel("a"))
                .then(
                        send(client("a"), Octets.emptyClose()),
                        await(origin("a"), Sign.close(Sign.ANY_CODE)),
                        send(origin("a"), Octets.emptyClose()),
                        await(client("a"), Sign.close(Sign.ANY_CODE)))
                .claims(
                        seen(origin("a"), Sign.close(Sign.NO_CODE)),
                        seen(client("a"), Sign.close(Sign.NO_CODE)),
                        clientsOctetsArrive("a"),
                        originsOctetsArrive("a"))
                .framing(
                        "a Close without a code arrives as one, or with 1000: no other code was meant.",
                        closedWithoutComplaint(origin("a")),
                        closedWithoutComplaint(client("a")))
                .failsUnder("fills-empty-close", "Close without a code at origin a")
                .build();
    }

    private static Claim closedWithoutComplaint(Endpoint at) {
        return either(
                way("without a code", seen(at, Sign.close(Sign.NO_CODE))),
                way("with 1000", seen(at, Sign.close(1000))));
    }

    private static Case longReason() {
        return should(
                        "close/reason-of-123-octets",
                        contract("close-codes"),
                        "A Close with the longest reason that fits arrives whole.")
                .because("The reason is what people read in logs. Cut in the middle of a character, it is no "
                        + "UTF-8, and the receiver fails the connection.")
                .then(tunnel("a"))
                .then(send(client("a"), Octets.close(1000, "r".repeat(123))), await(origin("a"), Sign.close(1000)))
                .claims(clientsOctetsArrive("a"))
                .failsUnder("truncates-control-frames", "frame 1 differs")
                .build();
    }

    private static Case noCloseInvented() {
        return must(
                        "close/no-1005-1006-1015",
                        rfc(6455, "7.4.1", "MUST NOT"),
                        "Where a client leaves without a Close, the origin sees its connection end, and no Close with a code that is never sent.")
                .because("An origin takes a Close for a goodbye. Made up by the proxy, a lost network looks like a "
                        + "user who left on purpose, with a code that no peer may send.")
                .seenIn("traefik#3236")
                .then(tunnel("a"))
                .then(toOrigin("a", 1, Octets.binary(1, 40, 61)))
                .then(finish(client("a"), Ending.FIN), await(origin("a"), Sign.ENDED), finish(origin("a"), Ending.FIN))
                .then(tunnel("b"))
                .then(toOrigin("b", 1, Octets.binary(1, 40, 62)))
                .then(finish(client("b"), Ending.RST), await(origin("b"), Sign.ENDED))
                .claims(
                        never(origin("a"), Sign.close(1006)),
                        never(origin("a"), Sign.close(1005)),
                        never(origin("a"), Sign.close(1015)),
                        never(origin("b"), Sign.close(1006)),
                        never(origin("b"), Sign.close(1005)),
                        never(origin("b"), Sign.close(1015)),
                        seen(origin("a"), Sign.ENDED),
                        seen(origin("b"), Sign.ENDED))
                .failsUnder("sends-1006", "no Close 1006 at origin")
                .build();
    }

    private static Case flushFromOrigin() {
        return must(
                        "close/flush-from-origin",
                        contract("no-loss"),
                        "An origin that sends 3 MB and a Close and ends loses none of it.")
                .because("The last messages before a Close are often the result that was waited for. A proxy that "
                        + "ends both legs at the first end throws them away.")
                .seenIn("websockify#36")
                .then(tunnel("a"))
                .then(
                        send(origin("a"), Octets.binary(96, 32_000, 63), Octets.close(1000, "done")),
                        finish(origin("a"), Ending.FIN),
                        await(client("a"), Sign.ENDED, Span.seconds(5)))
                .claims(originsOctetsArrive("a"), seen(client("a"), Sign.ENDED))
                .failsUnder("loses-tail-at-fin", " of 97 frames")
                .build();
    }

    private static Case flushFromClient() {
        return must(
                        "close/flush-from-client",
                        contract("no-loss"),
                        "A client that sends 3 MB and a Close and ends loses none of it.")
                .because("An upload that ends with a Close is cut short, and the client, which did everything "
                        + "right, can't know.")
                .seenIn("websockify#36")
                .then(tunnel("a"))
                .then(
                        send(client("a"), Octets.binary(96, 32_000, 64), Octets.close(1000, "done")),
                        finish(client("a"), Ending.FIN),
                        await(origin("a"), Sign.ENDED, Span.seconds(5)))
                .claims(clientsOctetsArrive("a"), seen(origin("a"), Sign.ENDED))
                .failsUnder("loses-tail-at-fin", " of 97 frames")
                .build();
    }

    private static Case slowEcho() {
        return must(
                        "close/slow-reply",
                        contract("no-loss"),
                        "Data and the Close that an origin sends a while after the client's Close still reach the client.")
                .because("An origin may finish its work before it replies to a Close. A proxy that stops relaying "
                        + "after the first loses that work.")
                .seenIn("spring-cloud-gateway#260")
                .then(tunnel("a"))
                .then(
                        send(client("a"), Octets.close(1000, "bye")),
                        await(origin("a"), Sign.close(1000)),
                        pause(Span.seconds(1.5)),
                        send(origin("a"), Octets.binary(3, 1_000, 65), Octets.close(1000, "bye")),
                        await(client("a"), Sign.close(1000)))
                .claims(originsOctetsArrive("a"))
                .framing(
                        "the Close reaches the origin, and the client gets one with its code; what an end sends behind the other's"
                                + " Close may be dropped, as an endpoint may (RFC 6455 §1.4).",
                        clientsOctetsArrive("a"),
                        seen(client("a"), Sign.close(1000)))
                .failsUnder("ends-after-close", " of 4 frames")
                .build();
    }

    private static Case pingFromClient() {
        return should("close/ping-from-client", contract("transparent"), "A client's Ping is the origin's to answer.")
                .because("A Ping asks whether the other end lives. Answered by the proxy, a client talks for hours "
                        + "to an origin that is gone.")
                .seenIn("oxy#150", "home-assistant/supervisor#6144")
                .then(tunnel("a"))
                .then(toOrigin("a", 1, Octets.ping("are you there")))
                .then(toClient("a", 1, Octets.pong("are you there")))
                .claims(clientsOctetsArrive("a"), originsOctetsArrive("a"))
                .framing(PINGS, seen(client("a"), Sign.FRAME))
                .failsUnder("answers-pings", " of 1 frames")
                .build();
    }

    private static Case pingFromOrigin() {
        return should("close/ping-from-origin", contract("transparent"), "An origin's Ping is the client's to answer.")
                .because("Origins find dead clients by Ping. Answered by the proxy, or swallowed, they keep the "
                        + "dead and drop the living.")
                .seenIn("oxy#150", "home-assistant/supervisor#6144")
                .then(tunnel("a"))
                .then(toClient("a", 1, Octets.ping("and you")))
                .then(toOrigin("a", 1, Octets.pong("and you")))
                .claims(originsOctetsArrive("a"), clientsOctetsArrive("a"))
                .framing(PINGS, seen(origin("a"), Sign.FRAME))
                .failsUnder("answers-pings", " of 1 frames")
                .build();
    }
}
