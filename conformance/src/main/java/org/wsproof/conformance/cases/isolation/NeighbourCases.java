package org.wsproof.conformance.cases.isolation;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.model.Basis;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Step;
import org.wsproof.conformance.model.Step.Each;

/** One tunnel fails, stalls or talks nonsense beside others that do not. */
final class NeighbourCases {
    private static final Basis ISOLATION = contract("isolation");

    private NeighbourCases() {}

    static List<Case> all() {
        return List.of(resetInMidFrame(), eachItsOwn(), garbage(), stalled());
    }

    /** The copies of "n" each say something, and are each told something; each copy's payload is its own. */
    private static List<Step> exchanges(int seed) {
        return join(toOrigin("n", 1, Octets.binary(2, 300, seed)), toClient("n", 1, Octets.binary(2, 300, seed + 1)));
    }

    private static Case resetInMidFrame() {
        return must(
                        "isolation/reset-in-mid-frame-spares-neighbours",
                        ISOLATION,
                        "One client's reset in the middle of a frame ends none of 99 other tunnels.")
                .because(
                        "One phone that loses its network must not cost 99 others their connection: an error that nobody catches ends the process, and all tunnels in it.")
                .seenIn("http-proxy-middleware#777")
                .then(crowd("n", 99, tunnel("n")))
                .then(tunnel("v"))
                .then(
                        send(client("v"), Octets.cut(100_000, 10)),
                        await(origin("v"), Sign.TUNNEL_OCTETS, BRIEFLY),
                        finish(client("v"), Ending.RST),
                        await(origin("v"), Sign.ENDED))
                .then(crowd("n", 99, exchanges(141)))
                .claims(
                        clientsOctetsArrive("n"),
                        originsOctetsArrive("n"),
                        seen(origin("n"), Sign.FRAME),
                        never(client("n"), Sign.ENDED),
                        never(origin("n"), Sign.ENDED))
                .failsUnder("reset-ends-all", "what client n/")
                .build();
    }

    private static Case eachItsOwn() {
        return must(
                        "isolation/each-tunnel-its-own-octets",
                        ISOLATION,
                        "Of 40 tunnels at once each gets its own octets and no other's.")
                .because(
                        "Octets in another client's tunnel are somebody's private messages, at best unreadable. Buffers that are shared and reused under load do just that.")
                .then(crowd("n", 40, tunnel("n")))
                .then(crowd("n", 40, exchanges(143)))
                .claims(clientsOctetsArrive("n"), originsOctetsArrive("n"))
                .failsUnder("crosses-tunnels", "what client n/")
                .build();
    }

    /** Frames with a reserved opcode and all RSV bits: a target that reads frames may end that tunnel. */
    private static Case garbage() {
        return must(
                        "isolation/garbage-spares-neighbours",
                        ISOLATION,
                        "What one tunnel's ends send that is no frame ends no other tunnel.")
                .because("A parser that meets what it never expected must fail for the one who sent it.")
                .then(new Each("n", 5, 5, tunnel("n")))
                .then(tunnel("v"))
                .then(
                        send(client("v"), new Raw("\u00fb\u0085" + "no frames here ".repeat(10))),
                        send(origin("v"), new Raw("\u00fb\u0005" + "nor here ".repeat(10))),
                        await(origin("v"), Sign.TUNNEL_OCTETS, BRIEFLY))
                .then(new Each("n", 5, 5, exchanges(145)))
                .claims(clientsOctetsArrive("n"), originsOctetsArrive("n"), never(client("n"), Sign.ENDED))
                .failsUnder("garbage-ends-all", "what client n/")
                .build();
    }

    /** Enough is sent that the target can't write it all: 8 MiB to each of ten clients that do not read. */
    private static Case stalled() {
        return should(
                        "isolation/stalled-tunnels-spare-others",
                        ISOLATION,
                        "Ten tunnels whose clients have stopped reading do not stop an eleventh.")
                .because(
                        "Slow clients are always there. A proxy that writes to them with a thread or a loop that others need is stopped by ten of them.")
                .then(new Each("s", 10, 10, tunnel("s")))
                .then(new Each(
                        "s",
                        10,
                        10,
                        List.of(stopReading(client("s")), send(origin("s"), Octets.binary(8, 1 << 20, 147)))))
                .then(await(origin("s").copy(9), new Sign(Sign.Kind.STALLED, 200)))
                .then(tunnel("n"))
                .then(exchanges(148))
                .claims(status(client("n"), 101), clientsOctetsArrive("n"), originsOctetsArrive("n"))
                .failsUnder("stall-stops-all", "what client n sends in the tunnel")
                .build();
    }
}
