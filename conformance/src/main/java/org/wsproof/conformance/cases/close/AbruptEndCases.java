package org.wsproof.conformance.cases.close;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim.Alternative;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;

/** An end that breaks off: the other is told by its connection's end, never by octets that stand where the frame should go on. */
final class AbruptEndCases {
    private AbruptEndCases() {}

    static List<Case> all() {
        return List.of(clientInMidFrame(), originInMidFrame(), noHttp());
    }

    /** The frame is too long to be held: even a framing target has no reason to keep its beginning, though it may. */
    private static Case clientInMidFrame() {
        int arrived = 46 + 14 + 1_000;
        return should(
                        "close/client-resets-in-mid-frame",
                        contract("ends"),
                        "A client's reset in the middle of a frame ends the origin's leg at once, with nothing put behind the half frame.")
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

    /** At a frame boundary a gateway may say why it ends, by one Close. */
    private static Case noHttp() {
        Stream<Alternative> closes = IntStream.of(1001, 1011, 1012, 1013, 1014)
                .mapToObj(code -> way(
                        "a Close " + code + " added",
                        seen(client("a"), Sign.close(code)),
                        never(client("a"), Sign.frame(3))));
        Alternative[] ways = Stream.concat(Stream.of(way("nothing added", originsOctetsArrive("a"))), closes)
                .toArray(Alternative[]::new);
        return must(
                        "close/no-http-in-the-tunnel",
                        contract("no-http-behind-101"),
                        "Where the origin's connection breaks, no error page is written into the tunnel.")
                .because(
                        "The client reads it as frames: HTTP begins like a Close with a reserved bit, and what it reports"
                                + " then has nothing to do with what happened.")
                .then(tunnel("a"))
                .then(toClient("a", 1, Octets.binary(1, 40, 253)))
                .then(finish(origin("a"), Ending.RST), await(client("a"), Sign.ENDED, Span.seconds(1)))
                .claims(seen(client("a"), Sign.frame(1)), either(ways))
                .failsUnder("answers-502-in-tunnel", "either nothing added")
                .build();
    }
}
