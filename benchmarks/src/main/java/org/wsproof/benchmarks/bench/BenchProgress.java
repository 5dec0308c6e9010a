package org.wsproof.benchmarks.bench;

/** Told how far a bench is, by its one thread. */
public interface BenchProgress {
    /**
     * This is measured now.
     *
     * @param what who and what, in a few words
     * @param step from 1 on
     * @param steps how many there are
     */
    void at(String what, int step, int steps);
}
