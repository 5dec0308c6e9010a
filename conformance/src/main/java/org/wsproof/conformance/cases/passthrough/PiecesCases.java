package org.wsproof.conformance.cases.passthrough;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wsproof.conformance.cases.script.Readings;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Octets.Frame;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;

/** Messages as they come in life: cut anywhere by TCP, large between small, compressed with a memory. A framing target is held to the messages. */
final class PiecesCases {
    private static final Span DEADLINE = Span.seconds(5);

    /** "Hello" again, as a reference into what was compressed before (RFC 7692 §7.2.3.2). */
    private static final String HELLO_AGAIN = "\u00f2\0\u0011\0\0";

    private PiecesCases() {}

    static List<Case> all() {
        return List.of(everyLength(), octetByOctet(), largeAndSmall(), withContext());
    }

    private static Case everyLength() {
        Octets[] messages = IntStream.of(0, 125, 126, 127, 128, 65_535, 65_536)
                .mapToObj(length -> Octets.binary(1, length, 210 + length))
                .toArray(Octets[]::new);
        return must(
                        "passthrough/pieces-of-997-octets",
                        contract("no-loss"),
                        "Messages of every class of length, written 997 octets at a time, arrive whole, both ways.")
                .framing(
                        Readings.LIMIT,
                        either(
                                way("they arrive", clientsOctetsArrive("a"), originsOctetsArrive("a")),
                                way("over its limit", seen(client("a"), Sign.close(1009)))))
                .because("Headers then fall apart at places where they never do in a test with whole writes.")
                .then(tunnel("a"))
                .then(
                        trickle(client("a"), 997, Span.seconds(0), messages),
                        await(origin("a"), Sign.frame(7), DEADLINE),
                        trickle(origin("a"), 997, Span.seconds(0), messages),
                        await(client("a"), Sign.frame(7), DEADLINE))
                .claims(clientsOctetsArrive("a"), originsOctetsArrive("a"))
                .failsUnder("drops-tiny-frames", "what client a sends in the tunnel")
                .failsUnder("widens-lengths", "what client a sends in the tunnel")
                .build();
    }

    private static Case octetByOctet() {
        Octets[] fragments = {
            new Frame(false, 0, 1, "first, "),
            Octets.ping("here"),
            new Frame(false, 0, 0, ""),
            new Frame(true, 0, 0, "last")
        };
        Span gap = Span.seconds(0.002);
        return must(
                        "passthrough/fragments-octet-by-octet",
                        contract("no-loss"),
                        "A message in fragments with a Ping between, an octet a write, arrives as if it had come at once.")
                .because(
                        "Where a read ends in the middle of a header, a proxy that expects whole ones loses its place, and"
                                + " every frame after that.")
                .then(tunnel("a"))
                .then(
                        trickle(client("a"), 1, gap, fragments),
                        await(origin("a"), Sign.frame(4)),
                        trickle(origin("a"), 1, gap, fragments),
                        await(client("a"), Sign.frame(4)))
                .claims(clientsOctetsArrive("a"), originsOctetsArrive("a"))
                .failsUnder("joins-fragments", "differs")
                .failsUnder("moves-control-frames", "frame 2 differs")
                .build();
    }

    private static Case largeAndSmall() {
        Octets[] messages = IntStream.range(0, 10)
                .boxed()
                .flatMap(i -> Stream.of(Octets.binary(1, 48 << 10, 220 + i), Octets.binary(1, 1, 230 + i)))
                .toArray(Octets[]::new);
        return must(
                        "passthrough/large-between-small",
                        contract("no-loss"),
                        "Ten messages of 48 KiB with small ones between arrive in order, both ways at once.")
                .because(
                        "A proxy with one path for what fits its buffer and another for what does not lets one overtake"
                                + " the other, or drops it.")
                .then(tunnel("a"))
                .then(
                        send(client("a"), messages),
                        send(origin("a"), messages),
                        await(origin("a"), Sign.frame(20), DEADLINE),
                        await(client("a"), Sign.frame(20), DEADLINE))
                .claims(clientsOctetsArrive("a"), originsOctetsArrive("a"))
                .failsUnder("drops-tiny-frames", "frame 2 differs")
                .build();
    }

    private static Case withContext() {
        String offer = "permessage-deflate; client_max_window_bits=10; server_max_window_bits=12";
        Frame first = new Frame(true, 4, 1, PassthroughCases.HELLO_START + PassthroughCases.HELLO_END);
        Frame second = new Frame(true, 4, 1, HELLO_AGAIN);
        return must(
                        "passthrough/deflate-with-context",
                        rfc(6455, "5.4", "MUST NOT"),
                        "Messages compressed with what came before them as context arrive as they were sent.")
                .notAskedOfFraming("It negotiates extensions leg by leg (RFC 6455 §9.1).")
                .because("Such a message can't be read without the one before it: a proxy that swallows, reorders or"
                        + " compresses anew a single one makes all that follow unreadable.")
                .then(ask("a", opening("a").and("Sec-WebSocket-Extensions", offer)))
                .then(answer("a", switching().and("Sec-WebSocket-Extensions", offer)))
                .then(toOrigin("a", 3, first, second, second))
                .then(toClient("a", 3, first, second, second))
                .claims(clientsOctetsArrive("a"), originsOctetsArrive("a"))
                .failsUnder("clears-rsv", "frame 1 differs")
                .build();
    }
}
