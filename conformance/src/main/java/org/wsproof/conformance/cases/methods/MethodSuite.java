package org.wsproof.conformance.cases.methods;

import java.util.List;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Case;

/** The suite {@code methods}. */
public final class MethodSuite {
    private MethodSuite() {}

    public static List<Case> all() {
        return Stream.of(MethodCases.all(), MethodTimingCases.all(), MethodOptionCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
