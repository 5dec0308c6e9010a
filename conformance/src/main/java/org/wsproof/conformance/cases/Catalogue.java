package org.wsproof.conformance.cases;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wsproof.conformance.cases.echo.EchoCases;
import org.wsproof.conformance.cases.echo.EchoHandshakeCases;
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
                        TlsBacksideCases.all(),
                        EchoHandshakeCases.all(),
                        EchoCases.all())
                .flatMap(List::stream)
                .toList();
    }

    /** The cases that one end can judge, depending on none but each other. */
    public static List<Case> oneSided() {
        List<Case> cases = all().stream().filter(Case::oneSided).toList();
        Set<String> ids = cases.stream().map(Case::id).collect(Collectors.toUnmodifiableSet());
        return cases.stream().map(subject -> subject.dependingOnlyOn(ids)).toList();
    }
}
