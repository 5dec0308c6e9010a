package org.wsproof.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.wsproof.conformance.certificates.Certificates;
import org.wsproof.conformance.certificates.PemFiles;

/** Which legs are TLS, and the certificates for them; none are made where no leg needs one. */
record Security(Tls legs, Optional<Certificates> certificates) {
    static Security of(Tls legs) {
        return new Security(legs, legs == Tls.NEITHER ? Optional.empty() : Optional.of(Certificates.create()));
    }

    /** For the origin, on whose side {@code tls} says whether it is secured. */
    Optional<SSLContext> server(boolean tls) {
        return tls ? certificates.map(made -> made.serverContext("valid")) : Optional.empty();
    }

    Optional<SSLContext> client() {
        return legs.frontside() ? certificates.map(Certificates::clientContext) : Optional.empty();
    }

    /** Writes what the gateway needs; nothing where no leg is TLS. */
    Optional<PemFiles> writeTo(Path folder) throws IOException {
        return certificates.isEmpty()
                ? Optional.empty()
                : Optional.of(certificates.get().writeTo(folder));
    }
}
