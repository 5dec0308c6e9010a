package org.wsproof.conformance.cases.handshake;

import java.util.List;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Case;

/** The suite {@code handshake}. */
public final class HandshakeSuite {
    private HandshakeSuite() {}

    public static List<Case> all() {
        return Stream.of(
                        HandshakeRequestCases.all(),
                        HandshakeAnswerCases.all(),
                        HandshakeSwitchCases.all(),
                        HandshakeFormCases.all(),
                        HandshakeMismatchCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
