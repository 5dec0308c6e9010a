package org.wsproof.conformance.cases.tls;

import java.util.List;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Case;

/** The suite {@code tls-backside}. */
public final class TlsBacksideSuite {
    private TlsBacksideSuite() {}

    public static List<Case> all() {
        return Stream.of(TlsBacksideCases.all(), OriginCertificateCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
