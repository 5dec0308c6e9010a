package org.wsproof.conformance.cases.script;

import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Listening;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Peer;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;
import org.wsproof.conformance.model.Step;

/** What a script does, in short words. The origin does only what steps say. */
public final class Script {
    /** Long enough for any sound target; what is awaited ends the wait at once. */
    public static final Span SOON = Span.seconds(2);

    /** For what a sound target may well never send. */
    public static final Span BRIEFLY = Span.seconds(0.5);

    private static final Span CROWDS = Span.seconds(10);

    private Script() {}

    public static Step open(String tag) {
        return new Step.Open(client(tag), "");
    }

    /** The client speaks this version of TLS and no other. */
    public static Step openWith(String tlsVersion, String tag) {
        return new Step.Open(client(tag), "", tlsVersion);
    }

    public static Step send(Endpoint at, Octets... octets) {
        return new Step.Send(at, List.of(octets), 0, Span.seconds(0));
    }

    public static Step send(Endpoint at, HeadText head) {
        return send(at, head.octets());
    }

    /** Sends in pieces of so many octets, with a gap between them. */
    public static Step trickle(Endpoint at, int piece, Span gap, Octets... octets) {
        return new Step.Send(at, List.of(octets), piece, gap);
    }

    public static Step await(Endpoint at, Sign sign) {
        return await(at, sign, SOON);
    }

    public static Step await(Endpoint at, Sign sign, Span deadline) {
        return new Step.Await(at, sign, deadline);
    }

    public static Step finish(Endpoint at, Ending how) {
        return new Step.Finish(at, how);
    }

    public static Step stopReading(Endpoint at) {
        return new Step.Pace(at, false);
    }

    public static Step resumeReading(Endpoint at) {
        return new Step.Pace(at, true);
    }

    public static Step pause(Span span) {
        return new Step.Pause(span);
    }

    public static Step originListens(Listening how) {
        return new Step.Listen(Peer.ORIGIN, how, "");
    }

    public static Step originShows(String certificate) {
        return new Step.Listen(Peer.ORIGIN, Listening.SCRIPTED, certificate);
    }

    public static Step operate(Step.Operation what) {
        return new Step.Operate(what);
    }

    /** The client opens a connection and sends this head. */
    public static List<Step> ask(String tag, HeadText head) {
        return List.of(open(tag), send(client(tag), head));
    }

    /** The origin waits for the request, answers, and the client waits for the final answer. */
    public static List<Step> answer(String tag, HeadText head) {
        return List.of(await(origin(tag), Sign.HEAD), send(origin(tag), head), await(client(tag), Sign.HEAD));
    }

    /** As {@link #answer}, where a sound target may refuse by itself: the origin does not wait long to be asked. */
    public static List<Step> answerIfAsked(String tag, HeadText head) {
        return List.of(await(origin(tag), Sign.HEAD, BRIEFLY), send(origin(tag), head), await(client(tag), Sign.HEAD));
    }

    public static List<Step> accept(String tag) {
        return answer(tag, HeadText.switching());
    }

    /** A whole opening handshake. */
    public static List<Step> tunnel(String tag) {
        return join(ask(tag, HeadText.opening(tag)), accept(tag));
    }

    /** The client opens a connection to an echo server, sends this head, and waits for the final answer. */
    public static List<Step> askEcho(String tag, HeadText head) {
        return join(
                join(List.of(originListens(Listening.ECHO)), ask(tag, head)), List.of(await(client(tag), Sign.HEAD)));
    }

    /** A whole opening handshake with an echo server. */
    public static List<Step> tunnelToEcho(String tag) {
        return askEcho(tag, HeadText.opening(tag));
    }

    /** A good exchange that the origin must see: what had not reached it by then did not reach it. */
    public static List<Step> fence() {
        return tunnel("fence");
    }

    /** The client sends in the tunnel, and the origin waits for so many frames of it. */
    public static List<Step> toOrigin(String tag, int frames, Octets... octets) {
        return List.of(send(client(tag), octets), await(origin(tag), Sign.frame(frames)));
    }

    /** The origin sends in the tunnel, and the client waits for so many frames of it. */
    public static List<Step> toClient(String tag, int frames, Octets... octets) {
        return List.of(send(origin(tag), octets), await(client(tag), Sign.frame(frames)));
    }

    /** The steps for copies {@code tag/0} and on, all at once: on a small machine a crowd takes its time, so it has more than one. */
    public static Step crowd(String tag, int copies, List<Step> steps) {
        return new Step.Each(
                tag, copies, copies, steps.stream().map(Script::patient).toList());
    }

    private static Step patient(Step step) {
        return step instanceof Step.Await await && await.deadline().equals(SOON)
                ? await(await.at(), await.sign(), CROWDS)
                : step;
    }

    public static List<Step> join(List<Step> first, List<Step> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
