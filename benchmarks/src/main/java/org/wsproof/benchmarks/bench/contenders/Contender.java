package org.wsproof.benchmarks.bench.contenders;

import java.io.IOException;

/** A way from the load client to the echo origin, which can be started. */
public interface Contender {
    /** What it is asked for by. */
    String name();

    /**
     * Starts it, and waits until it accepts connections.
     *
     * @throws IOException if it is not installed, or does not start; a message for the person who asked for it
     */
    Started start(Ground ground) throws IOException;
}
