package org.wsproof.conformance.cases.isolation;

import java.util.List;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Case;

/** The suite {@code isolation}. */
public final class IsolationSuite {
    private IsolationSuite() {}

    public static List<Case> all() {
        return Stream.of(NeighbourCases.all(), CrowdCases.all(), IsolationGaugeCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
