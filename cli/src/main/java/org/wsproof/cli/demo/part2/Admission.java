package org.wsproof.cli.demo.part2;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.wsproof.cli.demo.part2.AuthorizationApi.Mood;
import org.wsproof.cli.demo.scene.Heard;
import org.wsproof.cli.demo.scene.Place;
import org.wsproof.cli.demo.scene.Played;
import org.wsproof.cli.demo.scene.Scene;
import org.wsproof.cli.demo.scene.Step;
import org.wsproof.cli.demo.scene.StepException;

/**
 * The steps in which clients ask to be let in. One is let in at the beginning and one at the end: what the gateway might
 * have sent to the echo server for one that it refused has arrived by then, and is counted.
 */
final class Admission {
    private static final String TEXT = "Hello through the gateway";
    private static final long TIMEOUT_MILLIS = 2000;
    /** A loaded machine may be late, but no timeout fires early. */
    private static final long LATE_MILLIS = 3000;

    private final Scene scene;
    private final Origin origin;
    private final AuthorizationApi api;
    private long letIn;

    Admission(Scene scene, Origin origin, AuthorizationApi api) {
        this.scene = scene;
        this.origin = origin;
        this.api = api;
    }

    List<Step> steps() {
        Map<String, String> right = Map.of(AuthorizationApi.FIELD, AuthorizationApi.CLIENT_ID);
        Map<String, String> wrong = Map.of(AuthorizationApi.FIELD, "somebody");
        return List.of(
                new Step(
                        "the right client id",
                        "a client that the API answers 200 for is let in, and its messages pass",
                        () -> admitted(right)),
                new Step("no client id", "one without the field is refused with 401", () -> asked(Map.of(), 401)),
                new Step(
                        "another client id",
                        "one with an id that the API does not know is, too",
                        () -> asked(wrong, 401)),
                new Step("the API answers 500", "an API that fails refuses", () -> failing(right)),
                new Step(
                        "the API hangs",
                        "an API that does not answer refuses when its time is over",
                        () -> hanging(right)),
                new Step(
                        "the API is stopped",
                        "an API that is not there refuses (the tutorial's script lets everybody in, in this step and the"
                                + " one before)",
                        () -> stopped(right)),
                new Step(
                        "the API is back",
                        "clients are let in again; of those that were refused, nothing reached the echo server",
                        () -> back(right)));
    }

    private String admitted(Map<String, String> headers) throws InterruptedException, StepException {
        int before = api.asked();
        Played played = play(headers, "expect Connection Established", "text " + TEXT, "expect " + TEXT, "close 1000")
                .requireExit(0);
        letIn++;
        Heard.Line open = played.line("connected");
        requireQuestions(before + 1);
        return "101 after " + open.millisSince(played.start()) + " ms, echoed; API asked; " + untouched();
    }

    /** Refused by an API that is there. */
    private String asked(Map<String, String> headers, int status) throws InterruptedException, StepException {
        int before = api.asked();
        Played played = refused(headers, status);
        requireQuestions(before + 1);
        return told(played) + "; API asked; " + untouched();
    }

    private String failing(Map<String, String> headers) throws InterruptedException, StepException {
        api.becomes(Mood.FAILS);
        return asked(headers, 500);
    }

    private String hanging(Map<String, String> headers) throws InterruptedException, StepException {
        api.becomes(Mood.HANGS);
        int before = api.asked();
        Played played = refused(headers, 500);
        requireQuestions(before + 1);
        long after = after(played);
        if (after < TIMEOUT_MILLIS * 0.9 || after > TIMEOUT_MILLIS + LATE_MILLIS) {
            throw new StepException("the refusal after " + TIMEOUT_MILLIS + " ms", told(played));
        }
        return told(played) + " (timeout " + TIMEOUT_MILLIS + " ms); " + untouched();
    }

    private String stopped(Map<String, String> headers) throws InterruptedException, StepException {
        api.close();
        return told(refused(headers, 500)) + "; " + untouched();
    }

    private String back(Map<String, String> headers) throws IOException, InterruptedException, StepException {
        api.becomes(Mood.CHECKS);
        api.open(scene.ports().address(Place.API));
        return admitted(headers);
    }

    private Played refused(Map<String, String> headers, int status) throws InterruptedException, StepException {
        Played played = play(headers).requireExit(3);
        if (!played.lastWords().contains("refused with HTTP " + status)) {
            throw new StepException("the opening handshake refused with " + status, played.lastWords());
        }
        return played;
    }

    private static String told(Played played) {
        return played.lastWords().replaceFirst(".*: ", "") + " after " + after(played) + " ms";
    }

    private static long after(Played played) {
        return played.complaint()
                .first("")
                .map(line -> line.millisSince(played.start()))
                .orElse(0L);
    }

    private void requireQuestions(int expected) throws StepException {
        if (api.asked() != expected) {
            throw new StepException("the API to be asked once", api.asked() - expected + 1 + " questions");
        }
    }

    /** The echo server has had no connection but those of the clients that were let in. */
    private String untouched() throws StepException {
        long connections = origin.connections();
        if (connections != letIn) {
            throw new StepException(
                    "the echo server to have had " + letIn + " connections", connections + " connections");
        }
        return "echo server: " + connections + (connections == 1 ? " connection" : " connections");
    }

    private Played play(Map<String, String> headers, String... script) throws InterruptedException {
        return Played.at(scene.ports().url(Place.HTTP), headers, scene.file("."), script);
    }
}
