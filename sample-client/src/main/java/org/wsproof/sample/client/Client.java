package org.wsproof.sample.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The tutorial's client, scripted: connects, performs, prints what arrives and who closed on {@code out}, and what went
 * wrong on {@code err}, one line each.
 */
public final class Client {
    /** All that was expected came. */
    public static final int AS_EXPECTED = 0;
    /** Something expected did not come, an action could not be performed, or the connection broke. */
    public static final int NOT_AS_EXPECTED = 1;
    /** There was no connection: unreachable, or refused. */
    public static final int NO_CONNECTION = 3;

    private final Destination destination;
    private final PrintWriter out;
    private final PrintWriter err;

    /** For one conversation or more, one after another. */
    public Client(Destination destination, PrintWriter out, PrintWriter err) {
        this.destination = destination;
        this.out = out;
        this.err = err;
    }

    /**
     * Performs the actions in their order, then closes with 1000 unless it is closed already. The first that can't be
     * performed is the last.
     *
     * @return {@link #AS_EXPECTED}, {@link #NOT_AS_EXPECTED} or {@link #NO_CONNECTION}
     */
    public int play(List<Action> actions) throws InterruptedException {
        long expectations =
                actions.stream().filter(Action.Expect.class::isInstance).count();
        return converse((int) expectations, player -> {
            for (Action action : actions) {
                Optional<String> complaint = player.perform(action);
                if (complaint.isPresent()) {
                    return complaint;
                }
            }
            return Optional.empty();
        });
    }

    /** Sends each line as a text message; closes with 1000 at the end of the input. Returns as {@link #play} does. */
    public int sendLines(BufferedReader lines) throws InterruptedException {
        return converse(0, player -> {
            CompletableFuture<Optional<String>> sent = new CompletableFuture<>();
            Thread reader = new Thread(
                    () -> {
                        sent.complete(sendAll(lines, player));
                        player.inputDone();
                    },
                    "lines");
            // A read from a terminal can't be interrupted: it must not keep the program.
            reader.setDaemon(true);
            reader.start();
            return player.untilEnd(sent);
        });
    }

    private static Optional<String> sendAll(BufferedReader lines, Player player) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<String> complaint = player.send(new Message.Text(line));
                if (complaint.isPresent()) {
                    return complaint;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("the lines to send can't be read: " + e.getMessage());
        }
    }

    private int converse(int expectations, Performance performance) throws InterruptedException {
        Conversation conversation = new Conversation(out, expectations);
        Connection connection = new Connection(destination, conversation);
        connection.connect();
        if (!conversation.awaitOpen(destination.timeout())) {
            err.println(new Refusal(destination, conversation).describe());
            connection.drop();
            return NO_CONNECTION;
        }
        Player player = new Player(connection, conversation, destination.timeout());
        Optional<String> complaint = performance.perform(player);
        if (complaint.isEmpty()) {
            complaint = player.finish();
        }
        if (complaint.isPresent()) {
            player.hangUp();
            err.println(complaint.get());
            return NOT_AS_EXPECTED;
        }
        return AS_EXPECTED;
    }

    /** What is done while connected; what went wrong, if anything did. */
    private interface Performance {
        Optional<String> perform(Player player) throws InterruptedException;
    }
}
