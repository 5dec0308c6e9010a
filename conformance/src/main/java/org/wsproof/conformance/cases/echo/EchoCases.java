package org.wsproof.conformance.cases.echo;

import static org.wsproof.conformance.cases.script.CaseBuilder.contract;
import static org.wsproof.conformance.cases.script.CaseBuilder.must;
import static org.wsproof.conformance.cases.script.CaseBuilder.rfc;
import static org.wsproof.conformance.cases.script.CaseBuilder.should;
import static org.wsproof.conformance.cases.script.Claims.due;
import static org.wsproof.conformance.cases.script.Claims.echoArrives;
import static org.wsproof.conformance.cases.script.Claims.either;
import static org.wsproof.conformance.cases.script.Claims.never;
import static org.wsproof.conformance.cases.script.Claims.seen;
import static org.wsproof.conformance.cases.script.Claims.status;
import static org.wsproof.conformance.cases.script.Claims.way;
import static org.wsproof.conformance.cases.script.HeadText.opening;
import static org.wsproof.conformance.cases.script.Script.await;
import static org.wsproof.conformance.cases.script.Script.open;
import static org.wsproof.conformance.cases.script.Script.originListens;
import static org.wsproof.conformance.cases.script.Script.send;
import static org.wsproof.conformance.cases.script.Script.trickle;
import static org.wsproof.conformance.cases.script.Script.tunnelToEcho;
import static org.wsproof.conformance.model.Endpoint.client;

import java.util.List;
import java.util.stream.IntStream;
import org.wsproof.conformance.cases.script.CaseBuilder;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Listening;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Octets.Frame;
import org.wsproof.conformance.model.Octets.Frames;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;

/** What comes back through a target from an echo server, be it anybody's: as much of a tunnel as the client alone can judge. */
final class EchoCases {
    static final String OPENED = "echo/opened";

    /** Of each form that a frame's length can have, the first and the last (RFC 6455 §5.2); the long form starts at 65,536. */
    private static final List<Integer> LENGTHS = List.of(0, 1, 125, 126, 65_535, 65_536);

    private static final Span PATIENTLY = Span.seconds(10);

    private EchoCases() {}

    static List<Case> all() {
        return List.of(
                ofEachLength("text", 1, 201),
                ofEachLength("binary", 2, 211),
                fragments(),
                inPieces(),
                early(),
                ping(),
                close(),
                privateCode(),
                emptyClose(),
                mebibyte(),
                manyInOrder(),
                busy(),
                idle());
    }

    private static CaseBuilder comesBack(CaseBuilder which, int frames, Octets... octets) {
        return which.after(OPENED)
                .then(tunnelToEcho("a"))
                .then(send(client("a"), octets), await(client("a"), Sign.frame(frames), PATIENTLY))
                .claims(echoArrives("a"));
    }

    private static Case ofEachLength(String kind, int opcode, int seed) {
        Octets[] messages = IntStream.range(0, LENGTHS.size())
                .mapToObj(i -> new Frames(1, true, 0, opcode, LENGTHS.get(i), -1, seed + i))
                .toArray(Octets[]::new);
        CaseBuilder which = must(
                        "echo/" + kind + "-of-each-length-class",
                        contract("no-loss"),
                        "Messages of " + kind + " come back whole, whatever form their length takes.")
                .because("The forms of a frame's length meet at 126 and 65,536 octets, and so do buffers: a proxy "
                        + "off by one, or with a cap, breaks just the large messages.")
                .seenIn("spring-cloud-gateway#1154");
        return comesBack(which, messages.length, messages)
                .failsUnder("drops-tiny-frames", "differs")
                .failsUnder("cuts-at-125", "frame 3 differs")
                .failsUnder("caps-frames-at-64k", " of 6 frames")
                .build();
    }

    private static Case fragments() {
        CaseBuilder which = must(
                        "echo/fragments-with-ping-between",
                        rfc(6455, "5.4", "MUST"),
                        "A message in fragments comes back as that message, and the Ping between them is answered.")
                .because("Large messages are sent in fragments, with Pings between them. FIN set too early makes "
                        + "two messages of one, and both are broken.");
        return comesBack(
                        which,
                        2,
                        new Frame(false, 0, 1, "one messa"),
                        Octets.ping("between"),
                        new Frame(true, 0, 0, "ge in two"))
                .failsUnder("finishes-each-fragment", "frame 1 differs")
                .build();
    }

    private static Case inPieces() {
        return must(
                        "echo/message-in-pieces",
                        contract("octet-stream"),
                        "A message that is sent octet by octet comes back as one that is sent whole.")
                .because("Frames arrive cut anywhere. A proxy that reads frames and expects one a read garbles "
                        + "them on slow links only.")
                .after(OPENED)
                .then(tunnelToEcho("a"))
                .then(
                        trickle(client("a"), 1, Span.seconds(0.002), new Frame(true, 0, 1, "a".repeat(125))),
                        await(client("a"), Sign.FRAME, PATIENTLY))
                .claims(echoArrives("a"))
                .failsUnder("cuts-at-125", "frame 1 differs")
                .build();
    }

    private static Case early() {
        return must(
                        "echo/early-message",
                        contract("early-octets"),
                        "A message sent right behind the opening handshake comes back, or the handshake is refused.")
                .because("A client must wait, but libraries have sent early. Silently lost octets leave the server "
                        + "waiting for the rest of a message for ever.")
                .seenIn("goproxy#801", "envoy#3057")
                .after(OPENED)
                .then(originListens(Listening.ECHO))
                .then(
                        open("a"),
                        send(client("a"), opening("a").octets(), Octets.text(221)),
                        await(client("a"), Sign.HEAD),
                        await(client("a"), Sign.FRAME))
                .claims(either(
                        way("echoed", status(client("a"), 101), echoArrives("a")),
                        way("refused", status(client("a"), 400))))
                .failsUnder("loses-early-octets", " of 1 frames")
                .build();
    }

    private static Case ping() {
        CaseBuilder which = must(
                        "echo/ping-answered",
                        rfc(6455, "5.5.2", "MUST"),
                        "Pings of any length are answered with Pongs that carry the same.")
                .because("Clients measure life by Ping. An answer that is missing or shorter makes them end a "
                        + "connection in good health.")
                .seenIn("oxy#150");
        return comesBack(which, 1, Octets.ping(""))
                .then(send(client("a"), Octets.ping("p".repeat(125))), await(client("a"), Sign.frame(2)))
                .failsUnder("truncates-control-frames", "frame 2 differs")
                .build();
    }

    private static CaseBuilder closes(CaseBuilder which, Frame close) {
        return which.after(OPENED)
                .then(tunnelToEcho("a"))
                .then(
                        send(client("a"), close),
                        await(client("a"), Sign.close(Sign.ANY_CODE)),
                        await(client("a"), Sign.ENDED));
    }

    private static Case close() {
        CaseBuilder which = must(
                        "echo/close-answered",
                        rfc(6455, "5.5.1", "MUST"),
                        "A Close is answered with a Close, and then the connection ends.")
                .because("Without the reply, or the end behind it, clients wait out a timeout at every goodbye, "
                        + "and report 1006.")
                .seenIn("traefik#3236");
        return closes(which, Octets.close(1000, "done"))
                .claims(seen(client("a"), Sign.close(1000)), seen(client("a"), Sign.ENDED))
                .failsUnder("holds-fin", "end at client a")
                .build();
    }

    private static Case privateCode() {
        CaseBuilder which = should(
                        "echo/private-close-code",
                        contract("close-codes"),
                        "A Close with a code of the application's own is answered with that code.")
                .because("Clients reconnect on some codes and log in on others. Rewritten, they do the wrong one "
                        + "for ever.")
                .seenIn("spring-cloud-gateway#1057", "spring-cloud-gateway#2624");
        return closes(which, Octets.close(4401, "token expired"))
                .claims(seen(client("a"), Sign.close(4401)))
                .failsUnder("rewrites-close-code", "Close 4401 at client a")
                .build();
    }

    private static Case emptyClose() {
        CaseBuilder which = must(
                        "echo/empty-close-answered",
                        rfc(6455, "7.4.1", "MUST NOT"),
                        "A Close without a code is answered with a Close; 1005 and 1006 are never sent.")
                .because("1005 and 1006 are never on the wire: a peer that meets them fails the connection, where "
                        + "all had ended well.")
                .seenIn("spring-cloud-gateway#2451");
        return closes(which, Octets.emptyClose())
                .claims(
                        seen(client("a"), Sign.close(Sign.ANY_CODE)),
                        never(client("a"), Sign.close(1005)),
                        never(client("a"), Sign.close(1006)))
                .failsUnder("fills-empty-close", "no Close 1005 at client a")
                .build();
    }

    private static Case mebibyte() {
        CaseBuilder which = must("echo/message-of-1-mib", contract("no-loss"), "A message of 1 MiB comes back whole.")
                .because("Proxies that read frames cap them, at 64 KiB by default in some. The application works "
                        + "until somebody pastes a picture.")
                .seenIn("spring-cloud-gateway#1154");
        return comesBack(which, 1, Octets.binary(1, 1 << 20, 222))
                .framing(
                        "it comes back, or its sender is told with 1009 that it is over the target's limit (RFC 6455 §10.4).",
                        either(
                                way("it comes back", echoArrives("a")),
                                way("over its limit", seen(client("a"), Sign.close(1009)))))
                .failsUnder("caps-frames-at-64k", " of 1 frames")
                .build();
    }

    private static Case manyInOrder() {
        CaseBuilder which = must(
                        "echo/many-in-order",
                        contract("no-loss"),
                        "6,000 messages sent without a pause come back, each once and in order.")
                .because("A message lost, doubled or moved under load corrupts what is built from them, silently.")
                .seenIn("haproxy#2125", "traefik#2629");
        return comesBack(which, 6_000, Octets.binary(6_000, 32, 223))
                .failsUnder("swaps-frames", "differs")
                .build();
    }

    private static Case busy() {
        return must(
                        "echo/busy-tunnel-stays",
                        contract("idle"),
                        "A tunnel in which messages pass lives on when it is older than any timer.")
                .because("Connections break at the same age however busy they are: a timer meant for the handshake "
                        + "or a request runs on.")
                .seenIn("envoy#20062", "node-http-proxy#994", "nextcloud/HaRP#115")
                .on(Profile.SHORT_TIMERS)
                .after(OPENED)
                .then(tunnelToEcho("a"))
                .then(
                        trickle(client("a"), 10, Span.idle(0.25), Octets.binary(10, 4, 224)),
                        await(client("a"), Sign.frame(10), Span.idle(4)))
                .claims(echoArrives("a"))
                .failsUnder("handshake-timer-stays", " of 10 frames")
                .build();
    }

    private static Case idle() {
        return should(
                        "echo/idle-tunnel-ends",
                        contract("idle"),
                        "A tunnel in which nothing passes any more ends after the declared time.")
                .because("A client that lost its network never says so. Without the timeout its tunnel stays for "
                        + "ever; early, it cuts good ones.")
                .seenIn("haproxy#2280")
                .on(Profile.SHORT_TIMERS)
                .after(OPENED)
                .then(tunnelToEcho("a"))
                .then(
                        send(client("a"), Octets.text(225)),
                        await(client("a"), Sign.FRAME),
                        await(client("a"), Sign.ENDED, Span.idle(2)))
                .claims(due(Span.Timer.IDLE, client("a"), Sign.FRAME, new Claim.Seen(client("a"), Sign.ENDED)))
                .failsUnder("idle-off", "end never seen")
                .failsUnder("idle-early", "end at client a within")
                .build();
    }
}
