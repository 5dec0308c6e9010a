package org.wsproof.conformance.cases.close;

import java.util.List;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Case;

/** The suite {@code close}. */
public final class CloseSuite {
    private CloseSuite() {}

    public static List<Case> all() {
        return Stream.of(CloseCases.all(), CloseBodyCases.all(), CloseOrderCases.all(), AbruptEndCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
