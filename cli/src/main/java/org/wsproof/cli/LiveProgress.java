package org.wsproof.cli;

import java.io.PrintWriter;
import java.time.Duration;
import org.wsproof.conformance.engine.Progress;
import org.wsproof.conformance.judge.Result;

/** Shows how far a run is: one line that is rewritten on a terminal, elsewhere a line every few seconds. */
final class LiveProgress implements Progress {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final String REWRITE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean terminal;
    private int total;
    private int count;
    private long last = System.nanoTime();

    LiveProgress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public synchronized void began(int all) {
        total = all;
        show("");
    }

    @Override
    public synchronized void finished(Result result) {
        count++;
        show(result.subject().id());
    }

    @Override
    public synchronized void confirming(int failures) {
        show("repeating " + failures + " through the sound relay");
    }

    /** Takes the line off the terminal. */
    synchronized void clear() {
        if (terminal) {
            err.print(REWRITE);
            err.flush();
        }
    }

    private void show(String current) {
        if (terminal) {
            err.print(REWRITE + count + "/" + total + " " + current);
            err.flush();
            return;
        }
        long now = System.nanoTime();
        if (now - last >= EVERY.toNanos()) {
            last = now;
            err.println("wsproof: " + count + " of " + total + " cases done");
        }
    }
}
