package org.wsproof.conformance.cases.idle;

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
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Octets.Frames;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;

/** Idle means that no octet moves in either direction for the time declared. */
final class IdleTimeoutCases {
    private static final Span QUARTER = Span.idle(0.25);
    private static final Span LONG = Span.idle(4);

    private IdleTimeoutCases() {}

    static List<Case> all() {
        return List.of(endsBothLegs(), originAlone(), clientAlone(), pings(), pongs(), slowMessage(), halfOpen());
    }

    private static Case endsBothLegs() {
        Sign last = Sign.frame(4);
        return should(
                        "idle-timeout/ends-both-legs",
                        contract("idle"),
                        "A tunnel on which no octet moves ends on both legs after the declared time.")
                .because("A tunnel whose client lost its network is never ended by anyone else. Ended on one leg "
                        + "only, the other leaks; ended early, good ones break.")
                .seenIn("haproxy#2280")
                .on(Profile.SHORT_TIMERS)
                .then(tunnel("a"))
                .then(
                        trickle(origin("a"), 4, Span.idle(0.4), Octets.binary(4, 2, 71)),
                        await(client("a"), last, LONG),
                        await(client("a"), Sign.ENDED, Span.idle(2)),
                        await(origin("a"), Sign.ENDED))
                .claims(
                        arriveAndPerhapsAClose(last),
                        due(Span.Timer.IDLE, client("a"), last, new Claim.Seen(client("a"), Sign.ENDED)),
                        due(Span.Timer.IDLE, client("a"), last, new Claim.Seen(origin("a"), Sign.ENDED)))
                .failsUnder("idle-off", "end never seen")
                .failsUnder("idle-early", "end at client a within")
                .failsUnder("idle-leaves-origin", "end at origin a within")
                .build();
    }

    /** A target may tell the client that it ends the tunnel, but not sooner than it does. */
    private static Claim arriveAndPerhapsAClose(Sign last) {
        Claim.Seen close = new Claim.Seen(client("a"), Sign.close(Sign.ANY_CODE));
        return either(
                way("nothing is added", originsOctetsArrive("a")),
                way(
                        "a Close is added in time",
                        new Claim.SameThenClose(origin("a"), client("a")),
                        due(Span.Timer.IDLE, client("a"), last, close)));
    }

    private static Case originAlone() {
        return must(
                        "idle-timeout/origin-alone-keeps-alive",
                        contract("idle"),
                        "Traffic from the origin alone keeps a tunnel alive.")
                .because("Feeds flow one way. A timer that counts the client's octets only cuts every subscriber "
                        + "who just listens.")
                .seenIn("envoy#34035")
                .on(Profile.SHORT_TIMERS)
                .then(tunnel("a"))
                .then(
                        trickle(origin("a"), 6, QUARTER, Octets.binary(10, 4, 72)),
                        await(client("a"), Sign.frame(10), LONG))
                .then(toOrigin("a", 1, Octets.binary(1, 40, 73)))
                .claims(originsOctetsArrive("a"), clientsOctetsArrive("a"))
                .failsUnder("idle-counts-client-only", " of 10 frames")
                .build();
    }

    private static Case clientAlone() {
        return must(
                        "idle-timeout/client-alone-keeps-alive",
                        contract("idle"),
                        "Traffic from the client alone keeps a tunnel alive.")
                .because("Telemetry and uploads flow one way. A timer that counts the origin's octets only cuts "
                        + "them while they send.")
                .seenIn("envoy#34035")
                .on(Profile.SHORT_TIMERS)
                .then(tunnel("a"))
                .then(
                        trickle(client("a"), 10, QUARTER, Octets.binary(10, 4, 74)),
                        await(origin("a"), Sign.frame(10), LONG))
                .then(toClient("a", 1, Octets.binary(1, 40, 75)))
                .claims(clientsOctetsArrive("a"), originsOctetsArrive("a"))
                .failsUnder("idle-counts-origin-only", " of 10 frames")
                .build();
    }

    private static Case pings() {
        Frames pings = new Frames(10, true, 0, 9, 4, -1, 76);
        return must("idle-timeout/pings-keep-alive", contract("idle"), "Pings alone keep a tunnel alive.")
                .because("Heartbeats are sent to keep tunnels alive. A proxy that does not count them makes them "
                        + "useless, and users reconnect every minute.")
                .seenIn("mattermost/docs#8929")
                .on(Profile.SHORT_TIMERS)
                .then(tunnel("a"))
                .then(trickle(client("a"), 10, QUARTER, pings), await(origin("a"), Sign.frame(10), LONG))
                .claims(clientsOctetsArrive("a"), never(client("a"), Sign.ENDED))
                .failsUnder("idle-ignores-control-frames", " of 10 frames")
                .build();
    }

    private static Case pongs() {
        Frames pongs = new Frames(10, true, 0, 10, 4, -1, 77);
        return must(
                        "idle-timeout/pongs-keep-alive",
                        contract("idle"),
                        "Pongs that answer no Ping, a heartbeat in one direction, keep a tunnel alive.")
                .because("RFC 6455 allows a Pong as a heartbeat in one direction, and servers use it because "
                        + "nobody has to answer.")
                .on(Profile.SHORT_TIMERS)
                .then(tunnel("a"))
                .then(trickle(origin("a"), 6, QUARTER, pongs), await(client("a"), Sign.frame(10), LONG))
                .claims(originsOctetsArrive("a"), never(client("a"), Sign.ENDED))
                .failsUnder("idle-ignores-control-frames", " of 10 frames")
                .build();
    }

    private static Case slowMessage() {
        return must(
                        "idle-timeout/slow-message-keeps-alive",
                        contract("idle"),
                        "A message that takes longer than the idle timeout, a few octets at a time, arrives.")
                .because("On a slow link a large message takes longer than the timeout. Ended in its middle and "
                        + "sent again from the start, it never arrives.")
                .seenIn("envoy#34035")
                .on(Profile.SHORT_TIMERS)
                .then(tunnel("a"))
                .then(
                        trickle(origin("a"), 3, Span.idle(0.4), Octets.binary(1, 16, 78)),
                        await(client("a"), Sign.FRAME, LONG))
                .claims(originsOctetsArrive("a"))
                .failsUnder("idle-counts-whole-frames", "0 of 1 frames")
                .build();
    }

    private static Case halfOpen() {
        return should(
                        "idle-timeout/half-open-reaped",
                        contract("half-open"),
                        "A tunnel whose client has ended its direction, and whose origin stays silent, is not kept for ever.")
                .because("Each client that vanishes after its FIN leaves two connections behind. They add up over "
                        + "days to a proxy out of descriptors.")
                .seenIn("nextcloud/HaRP#115")
                .on(Profile.SHORT_TIMERS)
                .then(tunnel("a"))
                .then(toOrigin("a", 1, Octets.binary(1, 40, 79)))
                .then(
                        finish(client("a"), Ending.FIN),
                        await(origin("a"), Sign.ENDED),
                        await(client("a"), Sign.ENDED, Span.idle(3)))
                .claims(seen(origin("a"), Sign.ENDED), seen(client("a"), Sign.ENDED))
                .failsUnder("half-open-forever", "but was: never seen")
                .build();
    }
}
