package org.wsproof.benchmarks.bench.loads;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.wsproof.benchmarks.load.LoadEnd;

/** How far a load is: waits for so many tunnels to open, and for as many to end. On the client's thread, but for the futures. */
final class Course {
    private final CompletableFuture<Void> running = new CompletableFuture<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private int toOpen;
    private int toEnd;
    private boolean stopping;

    Course(int tunnels) {
        this.toOpen = tunnels;
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
        if (toOpen == 0) {
            running.complete(null);
        }
        return toOpen == 0;
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
