package org.wsproof.conformance.cases.idle;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.ArrayList;
import java.util.List;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;
import org.wsproof.conformance.model.Step;

/** What must not end a tunnel that is in use. */
final class BusyCases {
    private BusyCases() {}

    static List<Case> all() {
        return List.of(requestTimers(), slowReader());
    }

    private static Case requestTimers() {
        return must(
                        "idle-timeout/request-timers-have-no-hold",
                        contract("handshake-timer"),
                        "The timers of a kept connection, for its next request and that request's head, have no hold on the tunnel that it became.")
                .because(
                        "A timer that was set while the connection waited for a request, and not taken back, cuts tunnels"
                                + " in full use, but only on connections that were used before.")
                .seenIn("node-http-proxy#994")
                .on(Profile.SHORT_TIMERS)
                .then(ask("a", request("GET", "a")))
                .then(answer("a", response("200 OK", "first")))
                .then(
                        send(client("a"), opening("b")),
                        await(origin("b"), Sign.HEAD),
                        send(origin("b"), switching()),
                        await(client("a"), Sign.head(2)),
                        trickle(client("a"), 10, Span.idle(0.25), Octets.binary(10, 4, 271)),
                        await(origin("b"), Sign.frame(10), Span.idle(6)),
                        send(origin("b"), Octets.text(272)),
                        await(client("a"), Sign.FRAME))
                .claims(
                        nthStatus(client("a"), 2, 101),
                        new Claim.Same(client("a"), origin("b")),
                        new Claim.Same(origin("b"), client("a")))
                .failsUnder("request-timer-stays", " of 10 frames")
                .build();
    }

    /** Each pause is shorter than the idle timeout, and all of them together longer. */
    private static Case slowReader() {
        List<Step> reads = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            reads.add(pause(Span.idle(0.4)));
            reads.add(resumeReading(client("a")));
            reads.add(await(client("a"), Sign.frame(8 * i)));
            reads.add(stopReading(client("a")));
        }
        return should(
                        "idle-timeout/slow-reader-keeps-alive",
                        contract("idle"),
                        "A client that reads now and then, never idle for the timeout, gets all of a long message stream.")
                .notAskedOfFraming("Messages of 1 MiB may be over its limit (RFC 6455 §10.4).")
                .because("A client on a slow line is not a dead one; a proxy that counts the waiting and not the octets"
                        + " cuts downloads at always the same age.")
                .seenIn("envoy#34035")
                .on(Profile.SHORT_TIMERS)
                .then(tunnel("a"))
                .then(stopReading(client("a")), send(origin("a"), Octets.binary(96, (1 << 20) - 16, 273)))
                .then(reads)
                .then(resumeReading(client("a")), await(client("a"), Sign.frame(96), Span.seconds(5)))
                .claims(originsOctetsArrive("a"), never(client("a"), Sign.ENDED))
                .failsUnder("stalls-add-up", " of 96 frames")
                .build();
    }
}
