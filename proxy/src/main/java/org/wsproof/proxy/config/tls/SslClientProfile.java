package org.wsproof.proxy.config.tls;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/**
 * How the gateway, as a TLS client, verifies the backside (DataPower {@code SSLClientProfile}).
 *
 * @param validateServerCertificate whether the chain must lead to a trusted certificate and be in date
 * @param validateHostname whether the certificate must be for the backside's host (RFC 9110 §4.3.4); by default the same as
 *     {@code validateServerCertificate}
 * @param trustedCertificates what to trust instead of the JDK's trust store; empty means the JDK's
 * @param protocols at least one
 */
public record SslClientProfile(
        String name,
        boolean validateServerCertificate,
        boolean validateHostname,
        List<X509Certificate> trustedCertificates,
        Set<Protocol> protocols) {
    /** The TLS versions a profile may offer. */
    public enum Protocol {
        /** TLS 1.2. */
        TLS_1_2("TLSv1.2"),
        /** TLS 1.3. */
        TLS_1_3("TLSv1.3");

        private final String standardName;

        Protocol(String standardName) {
            this.standardName = standardName;
        }

        /** The name in the configuration, which is also the JDK's. */
        public String standardName() {
            return standardName;
        }
    }

    public SslClientProfile {
        trustedCertificates = List.copyOf(trustedCertificates);
        protocols = Set.copyOf(protocols);
    }

    /** Validates everything against the JDK's trust store. */
    public static SslClientProfile validating() {
        return new SslClientProfile("default", true, true, List.of(), Set.of(Protocol.values()));
    }
}
