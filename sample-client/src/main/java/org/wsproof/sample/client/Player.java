package org.wsproof.sample.client;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/** Performs actions on an open connection; each returns what went wrong, if anything did. */
final class Player {
    private static final int NORMAL = 1000;
    private static final int LONGEST = 60;

    private final Connection connection;
    private final Conversation conversation;
    private final Duration timeout;
    /** An end without a Close was asked for, and came. Used by the performing thread only. */
    private boolean endAsExpected;

    Player(Connection connection, Conversation conversation, Duration timeout) {
        this.connection = connection;
        this.conversation = conversation;
        this.timeout = timeout;
    }

    Optional<String> perform(Action action) throws InterruptedException {
        if (action instanceof Action.Send send) {
            return send(send.message());
        }
        if (action instanceof Action.Ping) {
            return connection.ping() ? Optional.empty() : Optional.of(tooLate("a ping"));
        }
        if (action instanceof Action.Wait wait) {
            conversation.awaitEnd(wait.time());
            return Optional.empty();
        }
        if (action instanceof Action.Expect expect) {
            return expect(expect.message());
        }
        if (action instanceof Action.ExpectClose expect) {
            return expectClose(expect.code());
        }
        if (action instanceof Action.Close close) {
            return close(close.code());
        }
        throw new IllegalArgumentException("an action that is not known: " + action);
    }

    Optional<String> send(Message message) {
        return !conversation.isOver() && connection.perform(message)
                ? Optional.empty()
                : Optional.of(tooLate(brief(message)));
    }

    /** Lets {@link #untilEnd} look again. */
    void inputDone() {
        conversation.wake();
    }

    /** Waits for {@code input} to be done, or the connection to end, whatever comes first. */
    Optional<String> untilEnd(CompletableFuture<Optional<String>> input) throws InterruptedException {
        conversation.awaitEndOr(input::isDone);
        return input.getNow(Optional.empty());
    }

    /** Closes with 1000 if nobody has closed, and waits for the end. */
    Optional<String> finish() throws InterruptedException {
        hangUp();
        return conversation.endedBadly() && !endAsExpected
                ? Optional.of(conversation
                        .failure()
                        .map(e -> "the connection failed: " + e.getMessage())
                        .orElse("the connection ended without a Close"))
                : Optional.empty();
    }

    void hangUp() throws InterruptedException {
        connection.beginClose(NORMAL);
        if (!conversation.awaitEnd(timeout)) {
            connection.drop();
        }
    }

    private Optional<String> expect(Message message) throws InterruptedException {
        if (conversation.awaitMessage(message, timeout)) {
            return Optional.empty();
        }
        return Optional.of("expected " + brief(message) + ", which did not come "
                + (conversation.isOver() ? "before the end" : "within " + seconds()));
    }

    private Optional<String> expectClose(int code) throws InterruptedException {
        conversation.awaitEnd(timeout);
        OptionalInt came = conversation.serverCode();
        if (came.isEmpty()) {
            return Optional.of("expected the server to close with " + code + ", which it did not within " + seconds());
        }
        endAsExpected = came.getAsInt() == code;
        return endAsExpected
                ? Optional.empty()
                : Optional.of("expected the server to close with " + code + ", but it was " + came.getAsInt());
    }

    private Optional<String> close(int code) throws InterruptedException {
        if (!connection.beginClose(code)) {
            return Optional.of(tooLate("a Close with " + code));
        }
        conversation.awaitEnd(timeout);
        return Optional.empty();
    }

    private String tooLate(String what) {
        return what + " was not sent: the connection had been closed";
    }

    private String seconds() {
        return timeout.toMillis() / 1000.0 + " s";
    }

    private static String brief(Message message) {
        String text = message.describe();
        String kind = message instanceof Message.Text ? "text '" : "'";
        return kind + (text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text) + "'";
    }
}
