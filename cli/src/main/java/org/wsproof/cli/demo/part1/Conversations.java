package org.wsproof.cli.demo.part1;

import java.util.List;
import org.wsproof.cli.demo.scene.Heard;
import org.wsproof.cli.demo.scene.Place;
import org.wsproof.cli.demo.scene.Played;
import org.wsproof.cli.demo.scene.Scene;
import org.wsproof.cli.demo.scene.Step;
import org.wsproof.cli.demo.scene.StepException;

/** The steps in which the client and the echo server talk through the gateway, or try to. */
record Conversations(Scene scene) {
    private static final String GREETING = "Connection Established";
    private static final String TEXT = "Hello through the gateway";
    private static final long IDLE_MILLIS = 2000;
    /** A loaded machine may be late, but no timeout fires early. */
    private static final long LATE_MILLIS = 3000;

    List<Step> throughBothHandlers() {
        return List.of(
                new Step(
                        "text through ws://",
                        "a text message passes through the HTTP handler and back, unaltered",
                        () -> text(Place.HTTP)),
                new Step("binary through ws://", "a binary message does, octet for octet", () -> binary(Place.HTTP)),
                new Step("text through wss://", "text passes through the HTTPS handler", () -> text(Place.HTTPS)),
                new Step("binary through wss://", "binary does too, octet for octet", () -> binary(Place.HTTPS)));
    }

    Step idle() {
        return new Step("an idle tunnel", "a tunnel on which nothing moves is ended by the idle timeout", this::ended);
    }

    List<Step> withTlsBackside() {
        return List.of(
                new Step(
                        "wss backside, validated",
                        "a self-signed certificate at the backside is refused with validation on",
                        this::refused),
                new Step(
                        "wss backside, not validated",
                        "the same certificate is accepted with validation off",
                        () -> text(Place.NOT_VALIDATING)));
    }

    private String text(Place place) throws InterruptedException, StepException {
        return echoed(place, TEXT, "text " + TEXT, "expect " + TEXT) + " (" + TEXT.length() + " octets)";
    }

    private String binary(Place place) throws InterruptedException, StepException {
        return echoed(place, "binary, ", "file " + Scene.BINARY, "expect-file " + Scene.BINARY) + ", identical";
    }

    /** @param echo how the client's line begins that tells of the echo */
    private String echoed(Place place, String echo, String send, String expect)
            throws InterruptedException, StepException {
        Played played =
                play(place, "expect " + GREETING, send, expect, "close 1000").requireExit(0);
        Heard.Line open = played.line("connected");
        Heard.Line back = played.line(echo);
        played.line("closed by the client: 1000; the server answered 1000");
        return "101 after " + open.millisSince(played.start()) + " ms, closed with 1000; back in "
                + back.millisSince(open.nanos()) + " ms: " + back.text().replaceFirst(" octets: .*", " octets");
    }

    private String ended() throws InterruptedException, StepException {
        // The client exits 1 where the end comes without a Close; what is judged here is when, and by whom.
        Played played = play(Place.IDLE, "expect " + GREETING, "wait " + (IDLE_MILLIS + LATE_MILLIS) + "ms");
        Heard.Line greeted = played.line(GREETING);
        Heard.Line end = played.said().last().orElse(greeted);
        long after = end.millisSince(greeted.nanos());
        String observed = end.text() + ", " + after + " ms after the last octet";
        boolean byTheGateway =
                end.text().startsWith("ended by the server") || end.text().startsWith("closed by the server: 1001");
        if (!byTheGateway || after < IDLE_MILLIS * 0.9) {
            throw new StepException("an end after " + IDLE_MILLIS + " ms, for which the client did not ask", observed);
        }
        return observed + " (idle timeout " + IDLE_MILLIS + " ms)";
    }

    private String refused() throws InterruptedException, StepException {
        Played played = play(Place.VALIDATING).requireExit(3);
        if (!played.lastWords().contains("refused with HTTP 502")) {
            throw new StepException("the opening handshake refused with 502", played.lastWords());
        }
        return played.lastWords().replaceFirst(".*: ", "") + ", after "
                + played.complaint()
                        .first("")
                        .map(line -> line.millisSince(played.start()))
                        .orElse(0L) + " ms";
    }

    private Played play(Place place, String... script) throws InterruptedException {
        return Played.at(scene.ports().url(place), scene.file("."), script);
    }
}
