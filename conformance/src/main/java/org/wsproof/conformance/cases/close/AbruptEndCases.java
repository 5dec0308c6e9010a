package org.wsproof.conformance.cases.close;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;

/** An end that breaks off: the other is told by its connection's end, never by octets that stand where the frame should go on. */
final class AbruptEndCases {
    private AbruptEndCases() {}

    static List<Case> all() {
        return List.of(clientInMidFrame(), originInMidFrame());
    }

    /** The frame is too long to be held: even a framing target has no reason to keep its beginning, though it may. */
    private static Case clientInMidFrame() {
        int arrived = 46 + 14 + 1_000;
        return should(
                        "close/client-resets-in-mid-frame",
                        contract("ends"),
                        "A client's reset in the middle of a frame ends the origin's leg at once, with nothing put behind the half frame.")
                .framing("the other leg ends; half a frame need not be passed on.", seen(origin("a"), Sign.ENDED))
                .because(
                        "A Close written into a frame that is not over is taken for its payload, and the origin waits on.")
                .then(tunnel("a"))
                .then(toOrigin("a", 1, Octets.binary(1, 40, 251)))
                .then(
                        send(client("a"), Octets.cut(100_000, 1_000)),
                        await(origin("a"), new Sign(Sign.Kind.TUNNEL_OCTETS, arrived)),
                        finish(client("a"), Ending.RST),
                        await(origin("a"), Sign.ENDED, Span.seconds(1)))
                .claims(seen(origin("a"), Sign.ENDED), clientsOctetsArrive("a"))
                .failsUnder("reset-ignored", "but was: never seen")
                .failsUnder("sends-1006", "the cut frame behind 1 frames differs")
                .build();
    }

    private static Case originInMidFrame() {
        int arrived = 42 + 10 + 1_000;
        return should(
                        "close/origin-resets-in-mid-frame",
                        contract("ends"),
                        "An origin's reset in the middle of a frame ends the client's leg at once, with nothing put behind the half frame.")
                .framing("the other leg ends; half a frame need not be passed on.", seen(client("a"), Sign.ENDED))
                .because("A client that is not told keeps a connection that will never speak again.")
                .then(tunnel("a"))
                .then(toClient("a", 1, Octets.binary(1, 40, 252)))
                .then(
                        send(origin("a"), Octets.cut(100_000, 1_000)),
                        await(client("a"), new Sign(Sign.Kind.TUNNEL_OCTETS, arrived)),
                        finish(origin("a"), Ending.RST),
                        await(client("a"), Sign.ENDED, Span.seconds(1)))
                .claims(seen(client("a"), Sign.ENDED), originsOctetsArrive("a"))
                .failsUnder("reset-ignored", "but was: never seen")
                .failsUnder("sends-1011", "the cut frame behind 1 frames differs")
                .build();
    }
}
