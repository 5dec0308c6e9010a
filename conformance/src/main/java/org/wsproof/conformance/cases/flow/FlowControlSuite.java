package org.wsproof.conformance.cases.flow;

import java.util.List;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Case;

/** The suite {@code flow-control}. */
public final class FlowControlSuite {
    private FlowControlSuite() {}

    public static List<Case> all() {
        return Stream.of(FlowControlCases.all(), StallCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
