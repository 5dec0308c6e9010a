package org.wsproof.conformance.cases.lifecycle;

import static org.wsproof.conformance.cases.script.CaseBuilder.contract;
import static org.wsproof.conformance.cases.script.CaseBuilder.must;
import static org.wsproof.conformance.cases.script.CaseBuilder.observe;
import static org.wsproof.conformance.cases.script.CaseBuilder.should;
import static org.wsproof.conformance.cases.script.Claims.either;
import static org.wsproof.conformance.cases.script.Claims.never;
import static org.wsproof.conformance.cases.script.Claims.seen;
import static org.wsproof.conformance.cases.script.Claims.status;
import static org.wsproof.conformance.cases.script.Claims.way;
import static org.wsproof.conformance.cases.script.HeadText.opening;
import static org.wsproof.conformance.cases.script.Script.BRIEFLY;
import static org.wsproof.conformance.cases.script.Script.answerIfAsked;
import static org.wsproof.conformance.cases.script.Script.ask;
import static org.wsproof.conformance.cases.script.Script.await;
import static org.wsproof.conformance.cases.script.Script.operate;
import static org.wsproof.conformance.cases.script.Script.pause;
import static org.wsproof.conformance.cases.script.Script.send;
import static org.wsproof.conformance.cases.script.Script.stopReading;
import static org.wsproof.conformance.cases.script.Script.toClient;
import static org.wsproof.conformance.cases.script.Script.toOrigin;
import static org.wsproof.conformance.cases.script.Script.tunnel;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.operator;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import java.util.Set;
import org.wsproof.conformance.cases.script.HeadText;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;
import org.wsproof.conformance.model.Step;
import org.wsproof.conformance.model.Step.Operation;

/** A target that is told to go: whom it still takes, what it says, and that it does go. */
final class DrainCases {
    private static final Sign TOLD = new Sign(Sign.Kind.OPERATED, 1);
    private static final Endpoint DRAIN = operator(Operation.DRAIN);

    /** 8 MiB, more than the kernel's buffers hold on the way to a client that reads nothing. */
    private static final Octets MANY = Octets.binary(256, 32 << 10, 213);

    private DrainCases() {}

    static List<Case> all() {
        return List.of(endsTunnels(), endsStalledTunnels(), takesNobodyNew(), keepsFramesWhole(), saysGoingAway());
    }

    /** Both ends are as they are where an application has gone away: they answer nothing. */
    private static List<Step> drainedAndEnded() {
        return List.of(
                operate(Operation.DRAIN),
                await(client("a"), Sign.ENDED, Span.drain(3)),
                await(origin("a"), Sign.ENDED, Span.drain(1)));
    }

    private static Claim inTime(Endpoint at) {
        return new Claim.Between(DRAIN, TOLD, at, Sign.ENDED, Span.seconds(0), Span.drain(1.5));
    }

    private static Case endsTunnels() {
        return should(
                        "lifecycle/drain-ends-tunnels",
                        contract("drain"),
                        "A drain ends tunnels whose ends do not, on both legs and within the time declared for it.")
                .on(Profile.DISPOSABLE)
                .then(tunnel("a"))
                .then(toOrigin("a", 1, Octets.text(211)))
                .then(toClient("a", 1, Octets.text(212)))
                .then(drainedAndEnded())
                .claims(inTime(client("a")), inTime(origin("a")))
                .because(
                        "WebSockets do not end by themselves: a proxy that waits for them never stops, and its supervisor kills it and everything else with it.")
                .seenIn("opnsense/plugins#3934")
                .failsUnder("drain-waits-for-tunnels", "end never seen")
                .build();
    }

    private static Case endsStalledTunnels() {
        return should(
                        "lifecycle/drain-ends-stalled-tunnels",
                        contract("drain"),
                        "A drain ends a tunnel whose client takes nothing within the time declared for it.")
                .on(Profile.DISPOSABLE)
                .after("lifecycle/drain-ends-tunnels")
                .then(tunnel("a"))
                .then(stopReading(client("a")), send(origin("a"), MANY))
                .then(await(origin("a"), new Sign(Sign.Kind.STALLED, 200)))
                .then(operate(Operation.DRAIN), await(origin("a"), Sign.ENDED, Span.drain(3)))
                .claims(inTime(origin("a")))
                .because("One phone without reception would keep a gateway from stopping.")
                .failsUnder("drain-waits-for-writers", "end never seen")
                .build();
    }

    private static Case takesNobodyNew() {
        return should(
                        "lifecycle/drain-takes-nobody-new",
                        contract("drain"),
                        "A target that drains opens no tunnel for a new client.")
                .on(Profile.DISPOSABLE)
                .then(tunnel("a"))
                .then(operate(Operation.DRAIN), pause(BRIEFLY))
                .then(ask("late", opening("late")))
                .then(answerIfAsked("late", HeadText.switching()))
                .claims(status(client("a"), 101), seen(origin("a"), Sign.HEAD), never(origin("late"), Sign.HEAD))
                .because("Whoever is let in while the proxy goes is thrown out a moment later.")
                .failsUnder("drain-keeps-accepting", "no head at origin late")
                .build();
    }

    /** 504 octets with their header, of a frame of 1,000: whatever came behind them would be taken for its payload. */
    private static Case keepsFramesWhole() {
        return must(
                        "lifecycle/drain-keeps-frames-whole",
                        contract("drain"),
                        "A drain puts nothing of its own into a frame that is under way.")
                .on(Profile.DISPOSABLE)
                .then(tunnel("a"))
                .then(send(origin("a"), Octets.cut(1_000, 500)))
                .then(await(client("a"), new Sign(Sign.Kind.TUNNEL_OCTETS, 504)))
                .then(drainedAndEnded())
                .claims(
                        seen(client("a"), new Sign(Sign.Kind.TUNNEL_OCTETS, 504)),
                        never(client("a"), new Sign(Sign.Kind.TUNNEL_OCTETS, 505)))
                .because(
                        "The ends of a frame and of the tunnel tell a client what is lost; a Close inside a frame is read as data, and the data as frames.")
                .notAskedOfFraming("It need not pass on half a frame, and says what it says between frames of its own.")
                .failsUnder("drain-closes-in-mid-frame", "no 505 octets in the tunnel at client a")
                .build();
    }

    private static Case saysGoingAway() {
        return observe(
                        "lifecycle/drain-says-going-away",
                        contract("drain"),
                        "A drain says Close 1001 in each tunnel, or ends it without a word, or resets it.")
                .on(Profile.DISPOSABLE)
                .then(tunnel("a"))
                .then(toOrigin("a", 1, Octets.text(214)))
                .then(toClient("a", 1, Octets.text(215)))
                .then(drainedAndEnded())
                .claims(either(
                        way(
                                "says Close 1001 to both ends",
                                seen(client("a"), Sign.close(1001)),
                                seen(origin("a"), Sign.close(1001))),
                        way("says Close 1001 to the client", seen(client("a"), Sign.close(1001))),
                        way("says another Close", seen(client("a"), Sign.close(Sign.ANY_CODE))),
                        way(
                                "ends both legs without a Close",
                                new Claim.Ended(client("a"), Set.of(Ending.FIN)),
                                new Claim.Ended(origin("a"), Set.of(Ending.FIN))),
                        way("resets", seen(client("a"), Sign.ENDED), seen(origin("a"), Sign.ENDED))))
                .because("Clients that are told 1001 reconnect elsewhere at once; others find out by their own timers.")
                .failsUnder("drain-says-nothing", "ends both legs without a Close")
                .failsUnder("drain-resets", "resets")
                .build();
    }
}
