package org.wsproof.sample.client;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/** What has happened on the connection so far: printed as it happens, kept as long as an expectation may ask for it. */
final class Conversation {
    /** RFC 6455 §7.1.5: the code for an end without a Close. */
    static final int NO_CLOSE = 1006;

    private static final Duration FOREVER = Duration.ofDays(365);

    private final PrintWriter out;

    // All below is guarded by this.
    private final Deque<Message> unexpected = new ArrayDeque<>();
    private int expectations;
    private boolean open;
    private boolean ended;
    private Optional<String> statusLine = Optional.empty();
    private Optional<Exception> failure = Optional.empty();
    private OptionalInt sentClose = OptionalInt.empty();
    private OptionalInt receivedClose = OptionalInt.empty();
    private String receivedReason = "";
    private boolean serverClosed;

    /**
     * @param expectations how many messages will be asked for; once they were, messages are no longer kept
     */
    Conversation(PrintWriter out, int expectations) {
        this.out = out;
        this.expectations = expectations;
    }

    synchronized void answered(String line) {
        statusLine = Optional.of(line);
    }

    synchronized void opened(String description) {
        open = true;
        out.println(description);
        notifyAll();
    }

    synchronized void arrived(Message message) {
        out.println(message.describe());
        if (expectations > 0) {
            unexpected.add(message);
            notifyAll();
        }
    }

    synchronized void note(String what) {
        out.println(what);
    }

    synchronized void failed(Exception e) {
        // After the server's Close the connection may end as it likes.
        if (receivedClose.isEmpty()) {
            failure = failure.or(() -> Optional.of(e));
        }
    }

    /** Does {@code send} unless a Close has passed in either direction, or the connection is over. */
    synchronized boolean closing(int code, Runnable send) {
        if (ended || sentClose.isPresent() || receivedClose.isPresent()) {
            return false;
        }
        sentClose = OptionalInt.of(code);
        send.run();
        return true;
    }

    /** Returns whether this answers our own Close. */
    synchronized boolean closeReceived(int code, String reason) {
        serverClosed = sentClose.isEmpty();
        receivedClose = OptionalInt.of(code);
        receivedReason = reason;
        notifyAll();
        return !serverClosed;
    }

    /** The connection is over; {@code code} and {@code reason} are the library's, {@code remote} if the server ended it. */
    synchronized void ended(int code, String reason, boolean remote) {
        ended = true;
        if (open) {
            out.println(ending(code, reason, remote));
        }
        notifyAll();
    }

    private String ending(int code, String reason, boolean remote) {
        if (serverClosed) {
            return "closed by the server: " + receivedClose.orElse(NO_CLOSE)
                    + (receivedReason.isEmpty() ? "" : " " + receivedReason);
        }
        if (sentClose.isPresent()) {
            return "closed by the client: " + sentClose.getAsInt()
                    + (receivedClose.isPresent()
                            ? "; the server answered " + receivedClose.getAsInt()
                            : "; the server did not answer");
        }
        if (remote) {
            return "ended by the server, without a Close (1006)";
        }
        sentClose = OptionalInt.of(code);
        failure = failure.or(() -> Optional.of(new IllegalStateException(reason)));
        return "closed by the client: " + code + " " + reason;
    }

    /** Waits for the end of the opening handshake; true if it made a connection. */
    synchronized boolean awaitOpen(Duration most) throws InterruptedException {
        await(() -> open || ended, most);
        return open;
    }

    /** Waits for the next message that equals this one; passes over those before it. */
    synchronized boolean awaitMessage(Message expected, Duration most) throws InterruptedException {
        await(() -> unexpected.contains(expected) || ended || receivedClose.isPresent(), most);
        expectations--;
        while (!unexpected.isEmpty()) {
            if (unexpected.remove().equals(expected)) {
                return true;
            }
        }
        return false;
    }

    /** Waits for the end of the connection. */
    synchronized boolean awaitEnd(Duration most) throws InterruptedException {
        await(() -> ended, most);
        return ended;
    }

    /** Waits for the end of the connection, or for something that {@link #wake} tells of. */
    synchronized void awaitEndOr(BooleanSupplier other) throws InterruptedException {
        await(() -> ended || other.getAsBoolean(), FOREVER);
    }

    /** Lets {@link #awaitEndOr} look again. */
    synchronized void wake() {
        notifyAll();
    }

    private void await(BooleanSupplier reached, Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        long left = most.toNanos();
        while (left > 0 && !reached.getAsBoolean()) {
            wait(1 + left / 1_000_000);
            left = deadline - System.nanoTime();
        }
    }

    synchronized boolean isOver() {
        return ended || sentClose.isPresent() || receivedClose.isPresent();
    }

    /** The code of the server's Close, 1006 if it ended the connection without one; empty before the end. */
    synchronized OptionalInt serverCode() {
        return ended ? OptionalInt.of(receivedClose.orElse(NO_CLOSE)) : OptionalInt.empty();
    }

    /** Neither a Close of ours nor one of the server's stands before the end, or the server broke the protocol. */
    synchronized boolean endedBadly() {
        return failure.isPresent() || (ended && sentClose.isEmpty() && receivedClose.isEmpty());
    }

    /** The first line of the server's answer to the opening handshake. */
    synchronized Optional<String> statusLine() {
        return statusLine;
    }

    synchronized Optional<Exception> failure() {
        return failure;
    }
}
