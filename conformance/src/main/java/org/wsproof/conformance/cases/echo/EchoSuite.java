package org.wsproof.conformance.cases.echo;

import java.util.List;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Case;

/** The suite {@code echo}. */
public final class EchoSuite {
    private EchoSuite() {}

    public static List<Case> all() {
        return Stream.of(EchoHandshakeCases.all(), EchoCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
