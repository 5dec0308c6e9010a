package org.wsproof.benchmarks.bench.loads;

/** When messages of a fixed rate are due: every {@code interval}, whatever became of those before. In nanoseconds. */
final class Pace {
    private final long interval;
    private long due;

    /** @param start when the first is due, by {@link System#nanoTime} */
    Pace(long start, int perSecond) {
        this.interval = 1_000_000_000L / perSecond;
        this.due = start;
    }

    /** When the next is due, or was. */
    long due() {
        return due;
    }

    /** It has been sent: on to the one after it. */
    void sent() {
        due += interval;
    }

    boolean isDue(long now) {
        return due - now <= 0;
    }
}
