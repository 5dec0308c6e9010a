package org.wsproof.conformance.cases.idle;

import java.util.List;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Case;

/** The suite {@code idle-timeout}. */
public final class IdleTimeoutSuite {
    private IdleTimeoutSuite() {}

    public static List<Case> all() {
        return Stream.of(IdleTimeoutCases.all(), BusyCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
