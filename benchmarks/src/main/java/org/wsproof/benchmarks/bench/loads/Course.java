package org.wsproof.benchmarks.bench.loads;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.wsproof.benchmarks.load.LoadEnd;

/** How far a load is: waits for so many tunnels to open, and for as many to end. On the client's thread, but for the futures. */
final class Course {
    private final CompletableFuture<Void> running = new CompletableFuture<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private int toOpen;

    /** Messages that have to come back before it counts as running. */
    private int toEcho;

    private int toEnd;
    private boolean stopping;

    Course(int tunnels) {
        this(tunnels, 0);
    }

    /** @param echoes so many messages must have come back before it runs as it will */
    Course(int tunnels, int echoes) {
        this.toOpen = tunnels;
        this.toEcho = echoes;
        this.toEnd = tunnels;
    }

    CompletableFuture<Void> running() {
        return running;
    }

    CompletableFuture<Void> over() {
        return over;
    }

    boolean stopping() {
        return stopping;
    }

    void stop() {
        stopping = true;
    }

    /** Gives whether that was the last. */
    boolean opened() {
        toOpen--;
        if (toOpen == 0 && toEcho == 0) {
            running.complete(null);
        }
        return toOpen == 0;
    }

    /** A message has come back. */
    void echoed() {
        if (toEcho > 0) {
            toEcho--;
            if (toEcho == 0) {
                running.complete(null);
            }
        }
    }

    /** Whether how it ended is no fault: while the load is stopped, all but a protocol that was broken. */
    boolean ended(LoadEnd end) {
        boolean right = stopping && end.kind() != LoadEnd.Kind.WRONG;
        if (!right) {
            fail("a tunnel ended early: " + (end.kind() + " " + end.detail()).strip());
        }
        toEnd--;
        if (toEnd == 0) {
            over.complete(null);
        }
        return right;
    }

    void fail(String why) {
        IOException failure = new IOException(why);
        running.completeExceptionally(failure);
        over.completeExceptionally(failure);
    }
}
