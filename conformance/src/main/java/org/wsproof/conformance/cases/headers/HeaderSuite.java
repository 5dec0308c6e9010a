package org.wsproof.conformance.cases.headers;

import java.util.List;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Case;

/** The suite {@code headers}. */
public final class HeaderSuite {
    private HeaderSuite() {}

    public static List<Case> all() {
        return Stream.of(HeaderCases.all(), HeaderTrustCases.all(), HeaderSurplusCases.all(), HeaderPassingCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
