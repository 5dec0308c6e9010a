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

    /**
     * What the gateway's configuration has for it: the schemes, and the keys of the front side handler and of the gateway, "" where
     * there are none.
     */
    record Keys(String frontsideScheme, String server, String backsideScheme, String client) {}

    /** Writes the files that the keys name; none where no leg is TLS. */
    Keys keysOf(Path folder) throws IOException {
        Optional<PemFiles> pem = certificates.isEmpty()
                ? Optional.empty()
                : Optional.of(certificates.get().writeTo(folder));
        String server = pem.filter(files -> legs.frontside())
                .map(files -> "          certificate: '" + files.frontCertificate() + "'\n          key: '"
                        + files.frontKey() + "'\n")
                .orElse("");
        String client = pem.filter(files -> legs.backside())
                .map(files -> "    ssl-client-profile:\n      name: benchmark-tls\n      trusted-certificates: '"
                        + files.trusted() + "'\n")
                .orElse("");
        return new Keys(legs.frontside() ? "https" : "http", server, legs.backside() ? "https" : "http", client);
    }
}
