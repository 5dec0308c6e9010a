package org.wsproof.cli.demo.scene;

import java.io.IOException;

/**
 * One step of the demonstration.
 *
 * @param name what is done
 * @param shown what it has shown once it succeeded; "" for a step that only prepares
 */
public record Step(String name, String shown, Action action) {
    /** The time from {@code start} to now, as it is printed. */
    public static String millisSince(long start) {
        return Math.round((System.nanoTime() - start) / 1e6) + " ms";
    }

    /** What the step does. */
    public interface Action {
        /**
         * Does it, and returns what was observed.
         *
         * @throws StepException if something else was observed than the step is to show
         * @throws IOException if it could not be done
         */
        String perform() throws IOException, InterruptedException, StepException;
    }
}
