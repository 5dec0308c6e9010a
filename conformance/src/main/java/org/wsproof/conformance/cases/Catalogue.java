package org.wsproof.conformance.cases;

import java.util.List;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Case;

/** Every case that the kit has, suite by suite, in an order that never depends on anything. */
public final class Catalogue {
    private Catalogue() {}

    public static List<Case> all() {
        return Stream.of(
                        HandshakeRequestCases.all(),
                        HandshakeAnswerCases.all(),
                        HandshakeSwitchCases.all(),
                        MethodCases.all(),
                        RefusalCases.all(),
                        HeaderCases.all(),
                        PassthroughCases.all(),
                        PassthroughSizeCases.all(),
                        CloseCases.all(),
                        IdleTimeoutCases.all(),
                        FlowControlCases.all(),
                        LifecycleCases.all(),
                        TlsFrontsideCases.all(),
                        TlsBacksideCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
