package org.wsproof.conformance.cases.passthrough;

import java.util.List;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Case;

/** The suite {@code passthrough}. */
public final class PassthroughSuite {
    private PassthroughSuite() {}

    public static List<Case> all() {
        return Stream.of(
                        PassthroughCases.all(),
                        PassthroughOddCases.all(),
                        PassthroughSizeCases.all(),
                        FrameEdgeCases.all(),
                        PiecesCases.all(),
                        FirstAndLastCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
