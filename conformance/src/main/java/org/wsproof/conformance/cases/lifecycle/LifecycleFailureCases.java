package org.wsproof.conformance.cases.lifecycle;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Claim.Alternative;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;
import org.wsproof.conformance.model.Step;

/** Tunnels that fail: what the other end is told, and what it is never told. */
final class LifecycleFailureCases {
    /** What a target that appends a Close of its own may say with it. */
    private static final List<Integer> CLOSE_CODES = List.of(1000, 1001, 1006, 1008, 1011, 1012, 1013, 1014);

    private static final String PINGS_TOO = "pings of its own may stand before the Close that it adds.";

    private LifecycleFailureCases() {}

    static List<Case> all() {
        return List.of(originsResetBehind101(), resetIsNoHttp(), idleEndIsNoHttp(), bothEndFull(), resetWhileStalled());
    }

    /** Whether the 101 is passed on before the reset is noticed is a race: either is right. */
    private static Case originsResetBehind101() {
        return should(
                        "lifecycle/origins-reset-behind-101",
                        contract("ends"),
                        "Ten origins that reset right behind their 101 cost their own clients the tunnel, and nobody else anything.")
                .because(
                        "Origins that crash or restart reset all their connections at once. A proxy whose process or worker goes down with them makes one origin's fault everybody's.")
                .seenIn("http-proxy-middleware#476")
                .then(new Step.Each("n", 10, 10, join(ask("n", opening("n")), List.of(await(origin("n"), Sign.HEAD)))))
                .then(new Step.Each(
                        "n", 10, 1, List.of(send(origin("n"), switching()), finish(origin("n"), Ending.RST))))
                .then(new Step.Each("n", 10, 10, List.of(await(client("n"), Sign.HEAD))))
                .then(fence())
                .claims(status(client("n"), 101, 500, 502, 503, 504), status(client("fence"), 101))
                .failsUnder("refuses-after-resets", "status 101 at client fence")
                .build();
    }

    private static Case resetIsNoHttp() {
        return must(
                        "lifecycle/reset-is-not-told-in-http",
                        contract("no-http-in-tunnel"),
                        "When the origin resets a tunnel, the client gets an end, and no HTTP answer in front of it.")
                .because(
                        "An error page in a tunnel is read as frames: clients report a protocol error of the origin's, and nobody looks at the proxy.")
                .seenIn("go#72954")
                .then(tunnel("a"))
                .then(toClient("a", 1, Octets.binary(1, 40, 131)))
                .then(finish(origin("a"), Ending.RST), await(client("a"), Sign.ENDED))
                .claims(seen(client("a"), Sign.FRAME), nothingButAClose(42, never(client("a"), Sign.frame(3))))
                .framing(PINGS_TOO, seen(client("a"), Sign.FRAME), nothingButAClose(42, seen(client("a"), Sign.ENDED)))
                .failsUnder("http-in-tunnel", "no 43 octets in the tunnel at client a")
                .build();
    }

    private static Case idleEndIsNoHttp() {
        return must(
                        "lifecycle/idle-end-is-not-told-in-http",
                        contract("no-http-in-tunnel"),
                        "When a tunnel ends because it was idle, the client gets an end, and no HTTP answer in front of it.")
                .because(
                        "An error page in a tunnel is read as frames: clients report a protocol error instead of a connection that was idle.")
                .seenIn("go#72954")
                .on(Profile.SHORT_TIMERS)
                .then(tunnel("a"))
                .then(toClient("a", 1, Octets.binary(1, 40, 133)))
                .then(await(client("a"), Sign.ENDED, Span.idle(2)))
                .claims(seen(client("a"), Sign.FRAME), nothingButAClose(42, never(client("a"), Sign.frame(3))))
                .framing(PINGS_TOO, seen(client("a"), Sign.FRAME), nothingButAClose(42, seen(client("a"), Sign.ENDED)))
                .failsUnder("http-in-tunnel", "no 43 octets in the tunnel at client a")
                .build();
    }

    /**
     * An answer in HTTP would be more octets, and read as frames it is no such Close.
     *
     * @param besides what else must hold where there is a Close
     */
    private static Claim nothingButAClose(long sent, Claim besides) {
        Alternative nothing = way("nothing is added", never(client("a"), new Sign(Sign.Kind.TUNNEL_OCTETS, sent + 1)));
        Stream<Alternative> closes = CLOSE_CODES.stream()
                .map(code -> way("a Close " + code + " is added", seen(client("a"), Sign.close(code)), besides));
        Alternative empty = way("an empty Close is added", seen(client("a"), Sign.close(Sign.NO_CODE)), besides);
        return new Claim.AnyOf(Stream.concat(Stream.of(nothing, empty), closes).toList());
    }

    /**
     * A target that ends both directions at the first end may lose what the other one still had to say (RFC 9110 §9.3.6),
     * so one of the two must arrive whole.
     */
    private static Case bothEndFull() {
        return must(
                        "lifecycle/both-end-behind-a-mebibyte",
                        contract("no-loss"),
                        "Where both ends send a mebibyte and end at once, what the first of them sent arrives whole.")
                .because(
                        "Both ends say goodbye at once more often than one would think, at every shutdown. What was sent before must not depend on who was first.")
                .then(tunnel("a"))
                .then(
                        send(client("a"), Octets.binary(16, 1 << 16, 135)),
                        send(origin("a"), Octets.binary(16, 1 << 16, 136)),
                        finish(client("a"), Ending.FIN),
                        finish(origin("a"), Ending.FIN),
                        await(origin("a"), Sign.ENDED),
                        await(client("a"), Sign.ENDED))
                .claims(
                        either(
                                way("both arrive", clientsOctetsArrive("a"), originsOctetsArrive("a")),
                                way("the client's arrive", clientsOctetsArrive("a")),
                                way("the origin's arrive", originsOctetsArrive("a"))),
                        seen(origin("a"), Sign.ENDED),
                        seen(client("a"), Sign.ENDED))
                .failsUnder("loses-tail-at-fin", " of 16 frames")
                .build();
    }

    private static Case resetWhileStalled() {
        return should(
                        "lifecycle/client-resets-while-octets-wait",
                        contract("ends"),
                        "A reset by a client that has stopped reading ends the origin's leg, however much waits for that client.")
                .because(
                        "A laptop that is shut in the middle of a download leaves a tunnel with a full buffer. If nobody looks at it, the origin's end stays for hours.")
                .then(tunnel("a"))
                .then(
                        stopReading(client("a")),
                        send(origin("a"), Octets.binary(8, 1 << 20, 137)),
                        await(origin("a"), new Sign(Sign.Kind.STALLED, 200)),
                        finish(client("a"), Ending.RST),
                        await(origin("a"), Sign.ENDED))
                .claims(seen(origin("a"), Sign.ENDED))
                .failsUnder("busy-end-unseen", "but was: never seen")
                .build();
    }
}
