package org.wsproof.proxy.config.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A certificate and the key that belongs to it.
 *
 * @param chain the server's own certificate first, then the issuer of each; at least one
 * @param key the private key of the first certificate
 */
public record ServerIdentity(List<X509Certificate> chain, PrivateKey key) {
    public ServerIdentity {
        chain = List.copyOf(chain);
    }

    /** Without the key: this is what a log would show. */
    @Override
    public String toString() {
        return "ServerIdentity[" + chain.get(0).getSubjectX500Principal() + "]";
    }
}
