package org.wsproof.conformance.cases.refusals;

import java.util.List;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Case;

/** The suite {@code refusals}. */
public final class RefusalSuite {
    private RefusalSuite() {}

    public static List<Case> all() {
        return Stream.of(RefusalCases.all(), RefusalEndCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
