package org.wsproof.conformance.cases.tls;

import java.util.List;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Case;

/** The suite {@code tls-frontside}. */
public final class TlsFrontsideSuite {
    private TlsFrontsideSuite() {}

    public static List<Case> all() {
        return Stream.of(TlsFrontsideCases.all(), TlsVersionCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
