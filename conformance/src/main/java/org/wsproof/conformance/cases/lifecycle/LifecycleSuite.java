package org.wsproof.conformance.cases.lifecycle;

import java.util.List;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Case;

/** The suite {@code lifecycle}. */
public final class LifecycleSuite {
    private LifecycleSuite() {}

    public static List<Case> all() {
        return Stream.of(
                        LifecycleCases.all(),
                        LifecycleReuseCases.all(),
                        LifecycleFailureCases.all(),
                        DrainCases.all(),
                        ReloadCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
