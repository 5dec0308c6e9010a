package org.wsproof.cli.bench;

import java.io.PrintWriter;
import java.time.Duration;
import org.wsproof.benchmarks.bench.BenchProgress;

/** Shows how far a bench is: on a terminal one line that is rewritten, elsewhere a line every few seconds. */
final class BenchLine implements BenchProgress {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final String REWRITE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean terminal;
    private final long began = System.nanoTime();
    private long last = began;

    BenchLine(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void at(String what, int step, int steps) {
        long now = System.nanoTime();
        if (terminal) {
            err.print(REWRITE + step + "/" + steps + "  " + what + left(now, step, steps));
            err.flush();
        } else if (now - last >= EVERY.toNanos()) {
            last = now;
            err.println("wsproof: " + step + "/" + steps + " " + what + left(now, step, steps));
        }
    }

    /** Once a few steps have shown how long one takes. */
    private String left(long now, int step, int steps) {
        int done = step - 1;
        if (done < 5) {
            return "";
        }
        long seconds = Duration.ofNanos((now - began) / done * (steps - done)).toSeconds();
        return ", about " + (seconds < 100 ? seconds + " s" : (seconds + 30) / 60 + " min") + " left";
    }

    /** Takes the line off the terminal. */
    void clear() {
        if (terminal) {
            err.print(REWRITE);
            err.flush();
        }
    }
}
