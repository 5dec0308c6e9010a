package org.wsproof.cli.demo;

/** Times as they are printed. */
final class Millis {
    private Millis() {}

    /** From {@code start} to now, in whole milliseconds. */
    static String since(long start) {
        return Math.round((System.nanoTime() - start) / 1e6) + " ms";
    }
}
