package org.wsproof.conformance.cases.close;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.ArrayList;
import java.util.List;
import org.wsproof.conformance.cases.script.Readings;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;
import org.wsproof.conformance.model.Step;

/** Closes and ends in unusual order, and control frames beside them. A framing target is held to the same, save where a case says what it may do. */
final class CloseOrderCases {
    private CloseOrderCases() {}

    static List<Case> all() {
        return List.of(
                crossing(),
                dataAfterClose(),
                emptyThenEnds(),
                lateFromOrigin(),
                lateFromClient(),
                fivePings(),
                unaskedPong());
    }

    private static Case crossing() {
        return must(
                        "close/crossing",
                        contract("close-codes"),
                        "Where both ends send a Close before they have seen the other's, each gets the other's.")
                .notAskedOfFraming("It may answer each Close itself (RFC 6455 §5.5.1).")
                .because(
                        "A proxy that takes the second Close for the answer to the first hides why the other end went.")
                .then(tunnel("a"))
                .then(
                        send(client("a"), Octets.close(4001, "I go")),
                        send(origin("a"), Octets.close(4002, "so do I")),
                        await(origin("a"), Sign.close(4001)),
                        await(client("a"), Sign.close(4002)))
                .claims(clientsOctetsArrive("a"), originsOctetsArrive("a"))
                .failsUnder("relays-one-close", "0 of 1 frames")
                .build();
    }

    /** Nothing may be sent behind a Close (RFC 6455 §5.5.1), so a framing target may well drop it. */
    private static Case dataAfterClose() {
        return observe(
                        "close/data-after-close",
                        rfc(6455, "5.5.1", "MUST NOT"),
                        "What becomes of a frame that a client sends behind its Close.")
                .because(
                        "An end ignores it either way; it tells whether the proxy ends the tunnel by the Close or by the"
                                + " connections.")
                .then(tunnel("a"))
                .then(toOrigin("a", 1, Octets.close(1000, "bye")))
                .then(
                        pause(Span.seconds(0.1)),
                        send(client("a"), Octets.binary(1, 40, 241)),
                        await(origin("a"), Sign.frame(2), BRIEFLY))
                .claims(
                        seen(origin("a"), Sign.close(1000)),
                        either(
                                way("relayed", clientsOctetsArrive("a")),
                                way("dropped, and the tunnel left open", never(origin("a"), Sign.ENDED)),
                                way("ended by the Close", seen(origin("a"), Sign.ENDED))))
                .failsUnder("drops-frames-after-close", "observed: dropped, and the tunnel left open")
                .failsUnder("ends-at-close", "observed: ended by the Close")
                .build();
    }

    private static Case emptyThenEnds() {
        return should(
                        "close/empty-closes-then-ends",
                        contract("ends"),
                        "After an empty Close each way, the origin's end reaches the client, and then the client's the origin.")
                .framing("both legs end.", seen(client("a"), Sign.ENDED), seen(origin("a"), Sign.ENDED))
                .because(
                        "That is how most connections end; where the end does not pass, the other side waits for its timer.")
                .then(tunnel("a"))
                .then(
                        send(client("a"), Octets.emptyClose()),
                        await(origin("a"), Sign.close(Sign.NO_CODE)),
                        send(origin("a"), Octets.emptyClose()),
                        finish(origin("a"), Ending.FIN),
                        await(client("a"), Sign.ENDED),
                        finish(client("a"), Ending.FIN),
                        await(origin("a"), Sign.ENDED))
                .claims(
                        clientsOctetsArrive("a"),
                        originsOctetsArrive("a"),
                        seen(client("a"), Sign.ENDED),
                        seen(origin("a"), Sign.ENDED))
                .failsUnder("holds-fin", "but was: never seen")
                .build();
    }

    private static Case lateFromOrigin() {
        return should(
                        "close/late-octets-from-origin",
                        contract("half-close"),
                        "A client that sends a Close and ends its direction still gets what the origin had to say, Close and all.")
                .framing(Readings.HALF_CLOSE, clientsOctetsArrive("a"))
                .because(
                        "The origin's Close may stand behind data it had already written; without it the client sees 1006.")
                .then(tunnel("a"))
                .then(
                        send(client("a"), Octets.close(1000, "done")),
                        finish(client("a"), Ending.FIN),
                        await(origin("a"), Sign.ENDED),
                        send(origin("a"), Octets.binary(3, 1_000, 242), Octets.close(1000, "done")),
                        finish(origin("a"), Ending.FIN),
                        await(client("a"), Sign.ENDED))
                .claims(clientsOctetsArrive("a"), originsOctetsArrive("a"))
                .failsUnder("fin-ends-both", " of 4 frames")
                .build();
    }

    private static Case lateFromClient() {
        return should(
                        "close/late-octets-from-client",
                        contract("half-close"),
                        "An origin that sends a Close and ends its direction still gets what the client had to say, Close and all.")
                .framing(Readings.HALF_CLOSE, originsOctetsArrive("a"))
                .because(
                        "An upload that was on its way when the origin said goodbye is lost otherwise, and no one is told.")
                .then(tunnel("a"))
                .then(
                        send(origin("a"), Octets.close(1001, "restart")),
                        finish(origin("a"), Ending.FIN),
                        await(client("a"), Sign.ENDED),
                        send(client("a"), Octets.binary(3, 1_000, 243), Octets.close(1001, "")),
                        finish(client("a"), Ending.FIN),
                        await(origin("a"), Sign.ENDED))
                .claims(originsOctetsArrive("a"), clientsOctetsArrive("a"))
                .failsUnder("fin-ends-both", " of 4 frames")
                .build();
    }

    private static Case fivePings() {
        List<Step> beats = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            beats.addAll(toOrigin("a", i, Octets.ping("beat " + i)));
            beats.addAll(toClient("a", i, Octets.pong("beat " + i)));
            beats.add(pause(Span.seconds(0.2)));
        }
        return should(
                        "close/five-pings",
                        contract("transparent"),
                        "Five Pings, 200 ms apart, each get the origin's own Pong.")
                .notAskedOfFraming("It may answer Pings itself (RFC 6455 §5.5.2).")
                .because(
                        "A heartbeat that the proxy answers proves that the proxy lives, and hides an origin that does not.")
                .then(tunnel("a"))
                .then(beats)
                .claims(clientsOctetsArrive("a"), originsOctetsArrive("a"))
                .failsUnder("answers-pings", "0 of 5 frames")
                .build();
    }

    private static Case unaskedPong() {
        return should(
                        "close/unasked-pong",
                        contract("transparent"),
                        "A Pong that answers no Ping arrives, from either end.")
                .notAskedOfFraming("A Pong may end at the endpoint that it is (RFC 6455 §5.5.3).")
                .because(
                        "RFC 6455 §5.5.3 lets it serve as a heartbeat in one direction; swallowed, the other end takes the"
                                + " peer for dead.")
                .then(tunnel("a"))
                .then(toOrigin("a", 1, Octets.pong("still here")))
                .then(toClient("a", 1, Octets.pong("")))
                .claims(clientsOctetsArrive("a"), originsOctetsArrive("a"))
                .failsUnder("drops-unasked-pongs", "0 of 1 frames")
                .build();
    }
}
