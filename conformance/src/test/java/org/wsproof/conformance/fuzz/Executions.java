package org.wsproof.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** How often a fuzzer has called its target: printed at the end, and a failure if that was too seldom to mean anything. */
public final class Executions implements BeforeAllCallback, AfterAllCallback {
    private static final int ENOUGH = 100_000;

    private long began;
    private long count;

    /** The target has been called. */
    public void one() {
        count++;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        began = System.nanoTime();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        String name = context.getRequiredTestClass().getSimpleName();
        System.out.printf("%s: %,d executions in %.1f s%n", name, count, took.toMillis() / 1000.0);
        boolean fuzzing = System.getenv("JAZZER_FUZZ") != null
                && context.getExecutionException().isEmpty();
        assertThat(count).as("executions").isGreaterThanOrEqualTo(fuzzing ? ENOUGH : 1);
    }
}
