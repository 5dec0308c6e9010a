package org.wsproof.conformance.cases.passthrough;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import java.util.stream.Stream;
import org.wsproof.conformance.cases.script.CaseBuilder;
import org.wsproof.conformance.cases.script.HandmadeFrame;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.model.Sign;

/**
 * Frames that an end would have to refuse. They are for the ends to judge: a transparent target passes them on as they are.
 * A framing target reads them itself, and may refuse each with a Close (1002; 1009 for a length that is too great) or an end
 * instead; what it may not do is pass on something else.
 */
final class FrameEdgeCases {
    private static final String KEY = "mask";
    private static final String ENDPOINT =
            "It is an endpoint on both legs, and may refuse such a frame, or write a sound one in its place (RFC 6455 §7.1.7).";

    private FrameEdgeCases() {}

    static List<Case> all() {
        return List.of(
                unmaskedFromClient(),
                maskedFromOrigin(),
                maskingKeys(),
                longLengths(),
                topBit(),
                hugeLengthThenEnd(),
                reservedBit(),
                fragmentedControl(),
                outOfSequence(),
                longControl(),
                noFrames());
    }

    private static CaseBuilder edge(String words, String sentence) {
        return should("passthrough/" + words, contract("transparent"), sentence).notAskedOfFraming(ENDPOINT);
    }

    /** Both ends send the same frames, the client first and masked. */
    private static CaseBuilder bothWays(CaseBuilder which, HandmadeFrame... frames) {
        Octets[] masked =
                Stream.of(frames).map(frame -> frame.masked(KEY).octets()).toArray(Octets[]::new);
        Octets[] bare = Stream.of(frames).map(HandmadeFrame::octets).toArray(Octets[]::new);
        return which.then(tunnel("a"))
                .then(toOrigin("a", frames.length, masked))
                .then(toClient("a", frames.length, bare))
                .claims(clientsOctetsArrive("a"), originsOctetsArrive("a"));
    }

    private static Case unmaskedFromClient() {
        return edge(
                        "unmasked-client-frames",
                        "A client's frame without a mask reaches the origin, whose it is to refuse, as it was sent.")
                .because(
                        "A proxy that masks it hides a broken client from the one who must refuse it; one that ends the"
                                + " tunnel without a word leaves both ends guessing.")
                .then(tunnel("a"))
                .then(toOrigin("a", 2, HandmadeFrame.of(1, "no mask").octets(), Octets.text(201)))
                .claims(clientsOctetsArrive("a"))
                .failsUnder("ends-on-unmasked-client-frame", "a sends in the tunnel")
                .build();
    }

    private static Case maskedFromOrigin() {
        return edge(
                        "masked-origin-frames",
                        "An origin's frame with a mask reaches the client, whose it is to refuse, as it was sent.")
                .because("The client must fail such a connection, and say so; a proxy that unmasks the frame makes the"
                        + " origin's fault show only without the proxy.")
                .then(tunnel("a"))
                .then(toClient("a", 2, HandmadeFrame.of(1, "masked").masked(KEY).octets(), Octets.text(202)))
                .claims(originsOctetsArrive("a"))
                .failsUnder("ends-on-masked-origin-frame", "a sends in the tunnel")
                .build();
    }

    private static Case maskingKeys() {
        Raw again = HandmadeFrame.of(2, "k".repeat(250)).masked(KEY).octets();
        return edge(
                        "masking-key-of-zeros-or-used-twice",
                        "A masking key of zeros, and one used again, arrive as chosen.")
                .because(
                        "Masking exists to protect proxies; whether a client's keys are good is not for the proxy to mend.")
                .then(tunnel("a"))
                .then(toOrigin(
                        "a",
                        3,
                        HandmadeFrame.of(2, "z".repeat(250)).masked("\0\0\0\0").octets(),
                        again,
                        again))
                .claims(clientsOctetsArrive("a"))
                .failsUnder("masks-anew", "frame 1 differs: header")
                .build();
    }

    private static Case longLengths() {
        return bothWays(
                        edge(
                                "lengths-not-minimal",
                                "A length in a longer form than it needs, which RFC 6455 §5.2 forbids, arrives in that form."),
                        HandmadeFrame.of(2, "hello").withLengthIn(2),
                        HandmadeFrame.of(2, "hello").withLengthIn(8),
                        HandmadeFrame.of(2, "m".repeat(300)).withLengthIn(8),
                        HandmadeFrame.of(9, "ping").withLengthIn(2))
                .because(
                        "A proxy that reads and rewrites headers where it says that it relays octets will rewrite others too.")
                .failsUnder("shortens-lengths", "frame 1 differs: header")
                .build();
    }

    private static Case topBit() {
        HandmadeFrame frame = HandmadeFrame.of(2, "twenty octets of it.").declaring(Long.MIN_VALUE | 20);
        return edge(
                        "length-with-the-top-bit-set",
                        "A 64-bit length with its top bit set arrives with what follows it, and stops nothing the other way.")
                .because(
                        "Read as a signed number such a length is negative, and what a proxy does then was never tried.")
                .then(tunnel("a"))
                .then(
                        send(client("a"), frame.masked(KEY).octets()),
                        await(origin("a"), octets(34)),
                        send(origin("a"), frame.octets()),
                        await(client("a"), octets(30)))
                .claims(clientsOctetsArrive("a"), originsOctetsArrive("a"))
                .failsUnder("ends-on-giant-frame", "what client a sends in the tunnel")
                .build();
    }

    private static Case hugeLengthThenEnd() {
        HandmadeFrame frame = HandmadeFrame.of(2, "h".repeat(100)).declaring(1L << 62);
        return must(
                        "passthrough/huge-length-then-end",
                        contract("no-loss"),
                        "What came of a frame that declared far more arrives, and behind it the end of that direction.")
                .notAskedOfFraming(ENDPOINT)
                .because("A proxy that waits for the whole frame before it relays any of it loses what there was.")
                .then(tunnel("a"))
                .then(
                        send(client("a"), frame.masked(KEY).octets()),
                        finish(client("a"), Ending.FIN),
                        await(origin("a"), Sign.ENDED))
                .then(tunnel("b"))
                .then(
                        send(origin("b"), frame.octets()),
                        finish(origin("b"), Ending.FIN),
                        await(client("b"), Sign.ENDED))
                .claims(
                        clientsOctetsArrive("a"),
                        seen(origin("a"), Sign.ENDED),
                        originsOctetsArrive("b"),
                        seen(client("b"), Sign.ENDED))
                .failsUnder("ends-on-giant-frame", "what client a sends in the tunnel")
                .build();
    }

    private static Case reservedBit() {
        return bothWays(
                        edge(
                                "rsv1-where-it-means-nothing",
                                "RSV1 on a Ping and on a continuation, with no extension agreed on, arrives where it was."),
                        HandmadeFrame.of(9, "ping").withRsv(4),
                        HandmadeFrame.of(1, "first").fragment(),
                        HandmadeFrame.of(0, "last").withRsv(4))
                .because("The end that receives the bit must fail the connection; one whose proxy clears it takes the"
                        + " frame for something else than was sent.")
                .failsUnder("clears-rsv", "frame 1 differs")
                .build();
    }

    private static Case fragmentedControl() {
        return bothWays(
                        edge(
                                "fragmented-control-frame",
                                "A Ping in fragments, which no end may send, arrives as it was."),
                        HandmadeFrame.of(9, "pi").fragment(),
                        HandmadeFrame.of(0, "ng"),
                        HandmadeFrame.of(1, "after"))
                .because("Only the end that is meant can refuse it and say why.")
                .failsUnder("ends-on-fragmented-control-frame", "a sends in the tunnel")
                .build();
    }

    private static Case outOfSequence() {
        return bothWays(
                        edge(
                                "fragments-out-of-sequence",
                                "A continuation of nothing, and a new message within another, arrive as they were."),
                        HandmadeFrame.of(0, "continues nothing"),
                        HandmadeFrame.of(1, "first of ").fragment(),
                        HandmadeFrame.of(2, "another"),
                        HandmadeFrame.of(0, "two"))
                .because("A proxy that puts messages together out of such fragments delivers what nobody sent.")
                .failsUnder("ends-on-fragments-out-of-sequence", "a sends in the tunnel")
                .build();
    }

    private static Case longControl() {
        return bothWays(
                        edge(
                                "control-frames-over-125",
                                "Control frames longer than the 125 octets allowed arrive whole, for the ends to refuse."),
                        HandmadeFrame.of(9, "p".repeat(126)),
                        HandmadeFrame.of(10, "q".repeat(1_000)))
                .because(
                        "A proxy with a buffer of 125 octets for control frames must not write behind its end, nor cut them.")
                .failsUnder("truncates-control-frames", "frame 1 differs")
                .build();
    }

    /**
     * Each text is as long as the frame that its first two octets make: whoever reads frames finds some. The noise begins a
     * frame whose length has the top bit set.
     */
    private static Case noFrames() {
        String speech = "SSH-2.0-wsproof\r\n" + "no frame is meant here, only octets. ".repeat(2);
        String answer =
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n" + "and more".repeat(3);
        String noise = "\u00ff".repeat(300);
        String first = speech.substring(0, 'S' + 2);
        String second = answer.substring(0, 'T' + 2);
        return edge(
                        "octets-that-are-no-frames",
                        "Octets that are no frames at all, an HTTP response among them, pass as they are, both ways.")
                .because(
                        "Behind the 101 the octets belong to the ends. A proxy that still looks for HTTP, or already for"
                                + " frames, cuts what it does not understand.")
                .then(tunnel("a"))
                .then(
                        send(client("a"), new Raw(first + noise)),
                        await(origin("a"), octets(first.length() + noise.length())),
                        send(origin("a"), new Raw(second + noise)),
                        await(client("a"), octets(second.length() + noise.length())))
                .claims(clientsOctetsArrive("a"), originsOctetsArrive("a"))
                .failsUnder("ends-on-reserved-opcode", "what client a sends in the tunnel")
                .build();
    }

    private static Sign octets(int count) {
        return new Sign(Sign.Kind.TUNNEL_OCTETS, count);
    }
}
