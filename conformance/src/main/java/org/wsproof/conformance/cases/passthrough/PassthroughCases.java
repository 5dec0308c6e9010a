package org.wsproof.conformance.cases.passthrough;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import java.util.stream.Stream;
import org.wsproof.conformance.cases.script.CaseBuilder;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Octets.Frame;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;
import org.wsproof.conformance.model.Step;

/** The octets of a tunnel: nothing added, lost, joined, split, masked anew or read. */
final class PassthroughCases {
    private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

    private PassthroughCases() {}

    private static final String NEGOTIATED =
            "It negotiates extensions leg by leg, and need not know this one (RFC 6455 §9.1).";

    static List<Case> all() {
        Stream<Case> first =
                Stream.of(frameBehind101(), halfFrameBehind101(), early(), originSpeaksFirst(), httpLike());
        Stream<Case> bits = Stream.of(4, 2, 1).map(PassthroughCases::reservedBit);
        Stream<Case> rest = Stream.of(fragments(), deflate(), masked(), maskingKeys(), controlFrames(), duplex());
        return Stream.of(first, bits, rest).flatMap(cases -> cases).toList();
    }

    private static Case frameBehind101() {
        return must(
                        "passthrough/frame-in-one-write-with-101",
                        contract("no-loss"),
                        "A frame that the origin sends in one write with its 101 reaches the client, once.")
                .because("Servers greet at once, and TCP joins greeting and 101. Dropped with the parser's buffer, "
                        + "the first message is missing now and then, more often on fast networks.")
                .seenIn("h2o#1272", "traefik#2629")
                .then(ask("a", opening("a")))
                .then(
                        await(origin("a"), Sign.HEAD),
                        send(origin("a"), switching().octets(), Octets.binary(1, 40, 41)),
                        await(client("a"), Sign.FRAME))
                .claims(status(client("a"), 101), originsOctetsArrive("a"))
                .failsUnder("loses-octets-behind-101", "0 of 1 frames")
                .failsUnder("octets-behind-101-twice", "an extra frame")
                .build();
    }

    private static Case halfFrameBehind101() {
        return must(
                        "passthrough/half-a-frame-with-101",
                        contract("no-loss"),
                        "Half a frame in one write with the 101 becomes a whole one when the rest comes.")
                .because("A frame cut at the end of the first read must continue with the second. Lose its start, "
                        + "and all that follows is read at the wrong place.")
                .seenIn("h2o#1272")
                .then(ask("a", opening("a")))
                .then(
                        await(origin("a"), Sign.HEAD),
                        send(origin("a"), switching().octets(), new Raw("\u0082\u000bhello")),
                        await(client("a"), Sign.HEAD),
                        send(origin("a"), new Raw(" world")),
                        await(client("a"), Sign.FRAME))
                .claims(status(client("a"), 101), originsOctetsArrive("a"))
                .failsUnder("loses-octets-behind-101", "0 of 1 frames")
                .build();
    }

    private static Case early() {
        return must(
                        "passthrough/early-octets",
                        contract("early-octets"),
                        "A frame sent in one write with the opening handshake reaches the origin, or the handshake is refused: it is never lost.")
                .because("A client must wait, but libraries have sent early. Silently lost octets leave the origin "
                        + "waiting for the rest of a message for ever.")
                .seenIn("goproxy#801", "envoy#3057")
                .then(open("a"), send(client("a"), opening("a").octets(), Octets.binary(1, 40, 42)))
                .then(answer("a", switching()))
                .then(await(origin("a"), Sign.FRAME, BRIEFLY))
                .then(fence())
                .claims(
                        either(way("delivered", status(client("a"), 101), clientsOctetsArrive("a")), refused("a")),
                        fenceSeen())
                .failsUnder("loses-early-octets", "0 of 1 frames")
                .build();
    }

    private static Case originSpeaksFirst() {
        return must(
                        "passthrough/origin-speaks-first",
                        contract("no-loss"),
                        "What the origin sends reaches a client that has sent nothing.")
                .because("Feeds and notifications only ever come from the origin. A relay that starts reading it "
                        + "after the client's first message stays silent.")
                .then(tunnel("a"))
                .then(toClient("a", 1, Octets.text(43)))
                .claims(originsOctetsArrive("a"), never(client("a"), Sign.ENDED))
                .failsUnder("waits-for-client", "0 of 1 frames")
                .build();
    }

    /** The client's frame has a masking key of zeros, so that the payload stands on the wire as it is. */
    private static Case httpLike() {
        String request = "GET /admin HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        Raw unmasked = new Raw("\u0081" + (char) (0x80 | request.length()) + "\0\0\0\0" + request);
        Frame answer = new Frame(true, 0, 1, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        return must(
                        "passthrough/payload-like-http",
                        contract("no-loss"),
                        "A payload that looks like HTTP is not read as HTTP.")
                .because("Applications tunnel HTTP in messages. A proxy that looks for requests in a tunnel breaks "
                        + "them, or can be made to act on them.")
                .then(tunnel("a"))
                .then(toOrigin("a", 1, unmasked))
                .then(toClient("a", 1, answer))
                .then(toOrigin("a", 2, Octets.binary(1, 40, 44)))
                .claims(clientsOctetsArrive("a"), originsOctetsArrive("a"))
                .failsUnder("reads-http-in-tunnel", "differs")
                .build();
    }

    /** Both ends send the same frames, the client first. */
    private static CaseBuilder bothWays(CaseBuilder which, String extension, Octets... frames) {
        List<Step> handshake = extension.isEmpty()
                ? tunnel("a")
                : join(
                        ask("a", opening("a").and(EXTENSIONS, extension)),
                        answer("a", switching().and(EXTENSIONS, extension)));
        return which.then(handshake)
                .then(toOrigin("a", frames.length, frames))
                .then(toClient("a", frames.length, frames))
                .claims(clientsOctetsArrive("a"), originsOctetsArrive("a"));
    }

    private static Case fragments() {
        CaseBuilder which = must(
                        "passthrough/fragments-and-control-frames",
                        rfc(6455, "5.4", "MUST NOT"),
                        "Under an extension that the target does not know, fragments and the control frames between them stay as they are.")
                .because("Under an extension frame boundaries may carry meaning, and a Ping held back until a long "
                        + "message is complete comes too late to keep a connection alive.");
        return bothWays(
                        which,
                        "x-wsproof",
                        new Frame(false, 0, 1, "first, "),
                        Octets.ping("in between"),
                        new Frame(false, 0, 0, "second, "),
                        Octets.pong(""),
                        new Frame(true, 0, 0, "last"))
                .notAskedOfFraming(NEGOTIATED)
                .failsUnder("joins-fragments", "differs")
                .failsUnder("moves-control-frames", "frame 2 differs")
                .build();
    }

    private static Case reservedBit(int bit) {
        int number = bit == 4 ? 1 : bit == 2 ? 2 : 3;
        CaseBuilder which = must(
                        "passthrough/rsv" + number,
                        rfc(6455, "5.4", "MUST NOT"),
                        "RSV" + number
                                + ", under an extension that the target does not know, arrives on each frame that has it and no other.")
                .because("Reserved bits belong to extensions that the ends agreed on. Cleared or spread, they turn "
                        + "compressed data into garbage.");
        return bothWays(
                        which,
                        "x-wsproof",
                        new Frame(false, bit, 1, "with"),
                        new Frame(true, 0, 0, "without"),
                        new Frame(true, bit, 2, "with"))
                .notAskedOfFraming(NEGOTIATED)
                .failsUnder("clears-rsv", "frame 1 differs")
                .build();
    }

    private static Case deflate() {
        CaseBuilder which = must(
                        "passthrough/deflate-left-alone",
                        rfc(6455, "5.4", "MUST NOT"),
                        "Compressed messages, plain ones between them, and RSV1 on the first fragment alone arrive as they were sent.")
                .because("One flag wrong and the receiver inflates plain text, or shows compressed data: the "
                        + "connection ends with 1002 or 1007, depending on content.")
                .seenIn("nginx-clojure/nginx-clojure#163", "spring-cloud-gateway#1039");
        return bothWays(
                        which,
                        "permessage-deflate; client_no_context_takeover; server_no_context_takeover",
                        new Frame(true, 4, 1, HELLO_START + HELLO_END),
                        new Frame(true, 0, 1, "Hello"),
                        new Frame(false, 4, 1, HELLO_START),
                        Octets.ping("between"),
                        new Frame(true, 0, 0, HELLO_END))
                .notAskedOfFraming(NEGOTIATED)
                .failsUnder("clears-rsv", "frame 1 differs")
                .failsUnder("rsv-on-every-fragment", "frame 5 differs")
                .build();
    }

    /** "Hello" in DEFLATE without the final 00 00 ff ff, in two parts. */
    static final String HELLO_START = "\u00f2H\u00cd";

    static final String HELLO_END = "\u00c9\u00c9\u0007\u0000";

    private static Case masked() {
        CaseBuilder which = must(
                        "passthrough/client-masked-origin-not",
                        rfc(6455, "5.1", "MUST"),
                        "The client's frames reach the origin masked, the origin's reach the client unmasked.")
                .because("Each end must end the connection on a frame that is masked the wrong way round. Masking "
                        + "is also what keeps a client from writing HTTP into a cache's connection.");
        return bothWays(which, "", Octets.binary(1, 250, 45))
                .failsUnder("unmasks-client-frames", "what client a sends in the tunnel")
                .failsUnder("masks-origin-frames", "what origin a sends in the tunnel")
                .build();
    }

    private static Case maskingKeys() {
        return should(
                        "passthrough/masking-keys-kept",
                        contract("transparent"),
                        "The client's masking keys arrive as they were chosen.")
                .because("A proxy that masks anew reads all there is in the tunnel and pays for it with every "
                        + "octet; whoever relies on a relay that does not look should know.")
                .then(tunnel("a"))
                .then(toOrigin("a", 3, Octets.binary(3, 220, 46)))
                .claims(clientsOctetsArrive("a"))
                .notAskedOfFraming("It masks its own frames, as RFC 6455 §5.3 asks of an endpoint.")
                .failsUnder("masks-anew", "frame 1 differs: header")
                .build();
    }

    private static Case controlFrames() {
        CaseBuilder which = should(
                        "passthrough/control-frames-of-125",
                        contract("transparent"),
                        "Control frames of the greatest length allowed arrive whole.")
                .because("A Ping that comes back shorter is no answer: clients that compare it, as the RFC has "
                        + "them do, take the connection for dead.");
        return bothWays(which, "", Octets.ping("p".repeat(125)), Octets.pong("q".repeat(125)))
                .notAskedOfFraming("Pings and Pongs are between it and its neighbour (RFC 6455 §5.5.2).")
                .failsUnder("truncates-control-frames", "frame 1 differs")
                .build();
    }

    private static Case duplex() {
        int many = 6_000;
        Span deadline = Span.seconds(10);
        return must(
                        "passthrough/duplex-in-order",
                        contract("no-loss"),
                        "Six thousand messages each way at the same time arrive in order.")
                .because("Collaborative editors and games send both ways without pause. A message lost or moved "
                        + "corrupts a document, silently.")
                .seenIn("haproxy#2125")
                .then(tunnel("a"))
                .then(
                        send(client("a"), Octets.binary(many, 8, 47)),
                        send(origin("a"), Octets.binary(many, 8, 48)),
                        await(origin("a"), Sign.frame(many), deadline),
                        await(client("a"), Sign.frame(many), deadline))
                .claims(clientsOctetsArrive("a"), originsOctetsArrive("a"))
                .failsUnder("swaps-frames", "frame 5000 differs")
                .build();
    }
}
