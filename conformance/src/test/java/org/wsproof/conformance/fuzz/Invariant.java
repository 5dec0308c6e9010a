package org.wsproof.conformance.fuzz;

import java.util.function.Supplier;

/** What a fuzzer asks for a hundred thousand times over: words are made only where it does not hold. */
public final class Invariant {
    private Invariant() {}

    public static void holds(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise.get());
        }
    }
}
