package org.wsproof.conformance.cases.policy;

import java.util.List;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Case;

/** The suite {@code policy}. */
public final class PolicySuite {
    private PolicySuite() {}

    public static List<Case> all() {
        return Stream.of(
                        PolicyAnswerCases.all(),
                        PolicyFailureCases.all(),
                        PolicyQuestionCases.all(),
                        PolicyConnectionCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
