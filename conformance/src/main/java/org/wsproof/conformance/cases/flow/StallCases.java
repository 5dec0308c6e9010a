package org.wsproof.conformance.cases.flow;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.cases.script.HandmadeFrame;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;

/** Who does not read, or says more than comes: before the 101, at the end, against the timer. */
final class StallCases {
    private static final int MIB = 1 << 20;
    private static final Span PATIENTLY = Span.seconds(20);
    private static final long BOUND = 64L * MIB;
    private static final Sign STALLED = new Sign(Sign.Kind.STALLED, 1_000);

    private static final String LARGE = "Messages of 1 MiB may be over its limit (RFC 6455 §10.4).";

    private StallCases() {}

    static List<Case> all() {
        return List.of(
                otherDirectionHome(),
                floodBefore101(),
                giantLength(),
                endBeforeSlowOrigin(),
                endBeforeSlowClient(),
                stalledWrite());
    }

    private static Case otherDirectionHome() {
        return must(
                        "flow-control/other-direction-flows-to-client",
                        contract("back-pressure"),
                        "While the origin does not read, what it sends still reaches the client.")
                .notAskedOfFraming(LARGE)
                .because(
                        "An origin too busy to read may be just the one that has to say so; where its words wait behind"
                                + " what it does not read, both ends wait for each other for ever.")
                .then(tunnel("a"))
                .then(
                        stopReading(origin("a")),
                        send(client("a"), Octets.binary(256, MIB - 16, 261)),
                        await(client("a"), STALLED, PATIENTLY),
                        send(origin("a"), Octets.binary(100, 1_000, 262)),
                        await(client("a"), Sign.frame(100)),
                        finish(client("a"), Ending.RST))
                .claims(seen(client("a"), STALLED), originsOctetsArrive("a"))
                .failsUnder("stall-stops-both", " of 100 frames")
                .build();
    }

    /** A little more than the bound is enough: a target that takes it all in never stalls the client. */
    private static Case floodBefore101() {
        return should(
                        "flow-control/flood-before-101",
                        contract("back-pressure"),
                        "A client that goes on sending before the 101 is stopped; what it sent arrives once there is a tunnel.")
                .notAskedOfFraming(LARGE)
                .because(
                        "Whoever can make a proxy hold what no origin has agreed to take needs a few connections to fill"
                                + " its memory.")
                .seenIn("envoy#3057")
                .then(open("a"), send(client("a"), opening("a").octets(), Octets.binary(80, MIB - 16, 263)))
                .then(
                        await(origin("a"), Sign.HEAD),
                        await(client("a"), STALLED, PATIENTLY),
                        send(origin("a"), switching()),
                        await(origin("a"), Sign.frame(80), PATIENTLY))
                .then(fence())
                .claims(
                        either(
                                way(
                                        "stopped, then delivered",
                                        new Claim.AtMost(client("a"), STALLED, BOUND),
                                        clientsOctetsArrive("a")),
                                way("refused", status(client("a"), 400, 413, 502), seen(client("a"), Sign.ENDED))),
                        fenceSeen())
                .failsUnder("holds-early-octets", "stalled writer at client a")
                .build();
    }

    /** A framing target may refuse the frame with 1009. */
    private static Case giantLength() {
        HandmadeFrame frame = HandmadeFrame.of(2, "t".repeat(20)).declaring(1L << 62);
        return should(
                        "flow-control/giant-length",
                        contract("declared-length"),
                        "A frame that declares 2^62 octets and stops after 20 is relayed as far as it came, and stops nobody else.")
                .framing(
                        "it may refuse the frame, or wait for the rest of it: other tunnels go on.",
                        status(client("fence"), 101),
                        clientsOctetsArrive("fence"))
                .because(
                        "A length is fourteen octets for the sender; a proxy that sets memory aside for it is brought down"
                                + " by one frame.")
                .seenIn("CVE-2026-1528")
                .then(tunnel("a"))
                .then(
                        send(client("a"), frame.masked("mask").octets()),
                        await(origin("a"), new Sign(Sign.Kind.TUNNEL_OCTETS, 34)))
                .then(toClient("a", 1, Octets.text(264)))
                .then(fence())
                .then(toOrigin("fence", 1, Octets.text(265)))
                .claims(
                        clientsOctetsArrive("a"),
                        originsOctetsArrive("a"),
                        status(client("fence"), 101),
                        clientsOctetsArrive("fence"))
                .failsUnder("ends-on-giant-frame", "what client a sends in the tunnel")
                .build();
    }

    private static Case endBeforeSlowOrigin() {
        return must(
                        "flow-control/client-ends-before-slow-origin-reads",
                        contract("no-loss"),
                        "What a client sent before it ended its direction reaches an origin that was slow to read.")
                .because("An upload ends with its last octets still in the proxy: dropped there, the file is short, and"
                        + " both ends believe that it went well.")
                .then(tunnel("a"))
                .then(
                        stopReading(origin("a")),
                        send(client("a"), Octets.binary(20, 50_000, 266)),
                        finish(client("a"), Ending.FIN),
                        pause(Span.seconds(0.3)),
                        resumeReading(origin("a")),
                        await(origin("a"), Sign.ENDED, Span.seconds(5)))
                .claims(clientsOctetsArrive("a"), seen(origin("a"), Sign.ENDED))
                .failsUnder("loses-tail-at-fin", " of 20 frames")
                .build();
    }

    private static Case endBeforeSlowClient() {
        return must(
                        "flow-control/origin-ends-before-slow-client-reads",
                        contract("no-loss"),
                        "What an origin sent before it ended its direction reaches a client that was slow to read.")
                .because("The last message, often the Close, is what a slow client misses where the proxy does not wait"
                        + " until all is written.")
                .then(tunnel("a"))
                .then(
                        stopReading(client("a")),
                        send(origin("a"), Octets.binary(20, 50_000, 267)),
                        finish(origin("a"), Ending.FIN),
                        pause(Span.seconds(0.3)),
                        resumeReading(client("a")),
                        await(client("a"), Sign.ENDED, Span.seconds(5)))
                .claims(originsOctetsArrive("a"), seen(client("a"), Sign.ENDED))
                .failsUnder("loses-tail-at-fin", " of 20 frames")
                .build();
    }

    /** Nobody is bound: a proxy may have a timer for writes that wait, and where nothing else moves a tunnel is idle as well. */
    private static Case stalledWrite() {
        Sign stalled = new Sign(Sign.Kind.STALLED, 200);
        Claim holds = never(origin("a"), Sign.ENDED);
        Claim ended = seen(client("a"), Sign.ENDED);
        return observe(
                        "flow-control/stalled-for-long",
                        contract("idle"),
                        "What becomes of a tunnel whose client does not read for longer than the idle timeout.")
                .because("Cut, a client that slept loses its connection; kept, a client that never wakes holds the"
                        + " proxy's memory.")
                .on(Profile.SHORT_TIMERS)
                .then(tunnel("a"))
                .then(
                        stopReading(client("a")),
                        send(origin("a"), Octets.binary(80, MIB - 16, 268)),
                        await(origin("a"), stalled, PATIENTLY),
                        await(origin("a"), Sign.ENDED, Span.idle(3)),
                        resumeReading(client("a")),
                        await(client("a"), Sign.ENDED, Span.seconds(1)))
                .claims(either(
                        way("both legs cut", seen(origin("a"), Sign.ENDED)),
                        way("only the client's leg cut", seen(origin("a"), stalled), holds, ended),
                        way("kept", seen(origin("a"), stalled), holds, never(client("a"), Sign.ENDED))))
                .failsUnder("idle-off", "observed: kept")
                .failsUnder("idle-leaves-origin", "observed: only the client's leg cut")
                .build();
    }
}
