package org.wsproof.conformance.relay.link;

import java.time.Duration;

/** Expires once, when nothing was seen for the time set. Punctual to a few milliseconds. */
public final class IdleTimer {
    private final Duration limit;
    private final Threads threads;
    private final Runnable expired;
    private volatile long seen = System.nanoTime();
    private volatile boolean stopped;

    public IdleTimer(Duration limit, Threads threads, Runnable expired) {
        this.limit = limit;
        this.threads = threads;
        this.expired = expired;
    }

    /** Something moved. */
    public void touch() {
        seen = System.nanoTime();
    }

    /** Begins to watch, or goes on. */
    public void watch() {
        long left = limit.toNanos() - (System.nanoTime() - seen);
        if (stopped) {
            return;
        }
        if (left <= 0) {
            expired.run();
        } else {
            threads.after(Duration.ofNanos(left), this::watch);
        }
    }

    public void stop() {
        stopped = true;
    }
}
