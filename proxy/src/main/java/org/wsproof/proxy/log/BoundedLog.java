package org.wsproof.proxy.log;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * Writes what strangers can cause at will: of each kind so many lines in a second, and at the second's end how many more there
 * were. Thread-safe.
 */
public final class BoundedLog {
    /** Enough to see who asks for what, and less than a disk fills with unnoticed. */
    private static final int USUAL = 20;

    private final Logger logger;
    private final int most;
    private final Executor atSecondsEnd;
    private final Map<String, Second> seconds = new ConcurrentHashMap<>();

    /** 20 lines a second of each kind. */
    public BoundedLog(Logger logger) {
        this(logger, USUAL, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
    }

    /**
     * @param most lines of a kind in a second, at least 1
     * @param atSecondsEnd runs a task a second later
     */
    BoundedLog(Logger logger, int most, Executor atSecondsEnd) {
        this.logger = logger;
        this.most = most;
        this.atSecondsEnd = atSecondsEnd;
    }

    /** What has happened since the first line of a kind; guarded by itself. */
    private static final class Second {
        private boolean begun;
        private int lines;
        private long held;
    }

    /**
     * One more line, if there is still room for it.
     *
     * @param kind of which there are a few: never what a stranger chose
     * @param arguments for the format's braces; a throwable last has its stack trace written
     */
    public void log(Level level, String kind, String format, Object... arguments) {
        Second second = seconds.computeIfAbsent(kind, first -> new Second());
        boolean begins;
        boolean fits;
        synchronized (second) {
            begins = !second.begun;
            second.begun = true;
            fits = second.lines < most;
            if (fits) {
                second.lines++;
            } else {
                second.held++;
            }
        }
        if (begins) {
            atSecondsEnd.execute(() -> end(level, kind, second));
        }
        if (fits) {
            logger.atLevel(level).log(format, arguments);
        }
    }

    private void end(Level level, String kind, Second second) {
        long held;
        synchronized (second) {
            held = second.held;
            second.begun = false;
            second.lines = 0;
            second.held = 0;
        }
        if (held > 0) {
            logger.atLevel(level).log("... and {} more in the last second: {}", held, kind);
        }
    }
}
