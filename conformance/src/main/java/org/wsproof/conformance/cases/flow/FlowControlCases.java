package org.wsproof.conformance.cases.flow;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.cases.script.Readings;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;

/** Back-pressure: a peer that does not read stops the other, and only that direction. */
final class FlowControlCases {
    private static final long MIB = 1 << 20;
    private static final Span PATIENTLY = Span.seconds(20);

    /** Under 64 KiB, a common limit of proxies that read frames: what they hold back is to be seen too. */
    private static final long LENGTH = 60_000;

    private static final int FRAMES = 4_096;

    /** Far above what kernel buffers take in, far below what is sent. */
    private static final long BOUND = 64 * MIB;

    private static final Sign STALLED = new Sign(Sign.Kind.STALLED, 1_000);

    private FlowControlCases() {}

    static List<Case> all() {
        return List.of(stalledClient(), stalledOrigin(), otherDirection());
    }

    private static Case stalledClient() {
        return must(
                        "flow-control/stalled-client-then-resumed",
                        contract("back-pressure"),
                        "A client that stops reading stops the origin; when it reads again it gets everything.")
                .because("One slow phone on a busy feed makes a proxy without back-pressure hold everything: its "
                        + "memory ends before the feed does, for all users.")
                .seenIn("pulsar#26373")
                .then(tunnel("a"))
                .then(
                        stopReading(client("a")),
                        send(origin("a"), Octets.binary(FRAMES, LENGTH, 101)),
                        await(origin("a"), STALLED, PATIENTLY),
                        resumeReading(client("a")),
                        await(client("a"), Sign.frame(FRAMES), PATIENTLY))
                .claims(new Claim.AtMost(origin("a"), STALLED, BOUND), originsOctetsArrive("a"))
                .framing(
                        Readings.LIMIT,
                        either(
                                way(
                                        "held back",
                                        new Claim.AtMost(origin("a"), STALLED, BOUND),
                                        originsOctetsArrive("a")),
                                way("over its limit", seen(origin("a"), Sign.close(1009)))))
                .failsUnder("holds-all", "stalled writer at origin a")
                .failsUnder("loses-after-stall", "sends in the tunnel")
                .build();
    }

    private static Case stalledOrigin() {
        return must(
                        "flow-control/stalled-origin-then-resumed",
                        contract("back-pressure"),
                        "An origin that stops reading stops the client; when it reads again it gets everything.")
                .because("An origin that pauses while many clients upload fills the proxy's memory; when it goes "
                        + "on, dropped octets corrupt the upload.")
                .seenIn("pulsar#26373")
                .then(tunnel("a"))
                .then(
                        stopReading(origin("a")),
                        send(client("a"), Octets.binary(FRAMES, LENGTH, 102)),
                        await(client("a"), STALLED, PATIENTLY),
                        resumeReading(origin("a")),
                        await(origin("a"), Sign.frame(FRAMES), PATIENTLY))
                .claims(new Claim.AtMost(client("a"), STALLED, BOUND), clientsOctetsArrive("a"))
                .framing(
                        Readings.LIMIT,
                        either(
                                way(
                                        "held back",
                                        new Claim.AtMost(client("a"), STALLED, BOUND),
                                        clientsOctetsArrive("a")),
                                way("over its limit", seen(client("a"), Sign.close(1009)))))
                .failsUnder("holds-all", "stalled writer at client a")
                .failsUnder("loses-after-stall", "sends in the tunnel")
                .build();
    }

    private static Case otherDirection() {
        return must(
                        "flow-control/other-direction-flows",
                        contract("back-pressure"),
                        "While the client does not read, what it sends still reaches the origin.")
                .because("A client that has stopped reading must still be able to say stop. If both directions "
                        + "wait for each other, nothing moves again.")
                .seenIn("haproxy#2125")
                .then(tunnel("a"))
                .then(
                        stopReading(client("a")),
                        send(origin("a"), Octets.binary(FRAMES, LENGTH, 103)),
                        await(origin("a"), STALLED, PATIENTLY),
                        send(client("a"), Octets.binary(100, 1_000, 104)),
                        // No reset behind it: that would free what a stall has held up.
                        await(origin("a"), Sign.frame(100)))
                .claims(seen(origin("a"), STALLED), clientsOctetsArrive("a"))
                .framing(
                        Readings.LIMIT,
                        either(
                                way("held back", seen(origin("a"), STALLED), clientsOctetsArrive("a")),
                                way("over its limit", seen(origin("a"), Sign.close(1009)))))
                .failsUnder("stall-stops-both", " of 100 frames")
                .build();
    }
}
