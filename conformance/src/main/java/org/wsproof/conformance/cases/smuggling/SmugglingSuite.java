package org.wsproof.conformance.cases.smuggling;

import java.util.List;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Case;

/** The suite {@code smuggling}. */
public final class SmugglingSuite {
    private SmugglingSuite() {}

    public static List<Case> all() {
        return Stream.of(
                        FieldLineCases.all(),
                        RequestLineCases.all(),
                        ContentLengthCases.all(),
                        SecondRequestCases.all(),
                        LeftOverCases.all(),
                        LimitCases.all(),
                        ChunkCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
