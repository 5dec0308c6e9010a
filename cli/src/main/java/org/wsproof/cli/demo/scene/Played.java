package org.wsproof.cli.demo.scene;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wsproof.sample.client.Action;
import org.wsproof.sample.client.ActionException;
import org.wsproof.sample.client.Client;
import org.wsproof.sample.client.Destination;

/**
 * One run of the tutorial's client.
 *
 * @param exit its exit code, as that of {@code wsproof client}
 * @param start when it began, as {@link System#nanoTime} has it
 * @param said what it printed: what arrived, and who closed
 * @param complaint what went wrong, in its words
 */
public record Played(int exit, long start, Heard said, Heard complaint) {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /**
     * Plays actions, written as in the client's script files, a line each. The client takes any certificate.
     *
     * @param folder where the files are that the actions name
     */
    public static Played at(String url, Path folder, String... script) throws InterruptedException {
        return at(url, Map.of(), folder, script);
    }

    /**
     * The same with these fields in the opening handshake.
     *
     * @param folder where the files are that the actions name
     */
    public static Played at(String url, Map<String, String> headers, Path folder, String... script)
            throws InterruptedException {
        Heard said = new Heard();
        Heard complaint = new Heard();
        Destination destination = new Destination(URI.create(url), headers, List.of(), true, TIMEOUT);
        Client client = new Client(destination, new PrintWriter(said, true), new PrintWriter(complaint, true));
        List<Action> actions = actions(folder, script);
        long start = System.nanoTime();
        return new Played(client.play(actions), start, said, complaint);
    }

    private static List<Action> actions(Path folder, String... script) {
        List<Action> actions = new ArrayList<>();
        for (String line : script) {
            String[] words = line.split(" ", 2);
            try {
                actions.add(Action.parse(words[0], words.length > 1 ? words[1] : "", folder));
            } catch (ActionException e) {
                throw new IllegalStateException("the demonstration's own script: " + line, e);
            }
        }
        return actions;
    }

    /** The first line that begins so. */
    public Heard.Line line(String beginning) throws StepException {
        return said.first(beginning)
                .orElseThrow(() -> new StepException("'" + beginning + "...' from the client", lastWords()));
    }

    /** What went wrong, or where nothing did the last that was printed. */
    public String lastWords() {
        return complaint.first("").or(said::last).map(Heard.Line::text).orElse("nothing at all");
    }

    /** This, if the client exited so. */
    public Played requireExit(int expected) throws StepException {
        if (exit != expected) {
            throw new StepException("the client to exit " + expected, "exit " + exit + ", " + lastWords());
        }
        return this;
    }
}
