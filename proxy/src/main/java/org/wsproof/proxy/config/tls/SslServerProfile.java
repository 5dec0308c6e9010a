package org.wsproof.proxy.config.tls;

import java.util.Set;

/**
 * How the gateway, as a TLS server, meets its clients (DataPower {@code SSLServerProfile}).
 *
 * @param identity the certificate shown, and its key (DataPower {@code Idcred})
 * @param protocols at least one
 */
public record SslServerProfile(ServerIdentity identity, Set<SslClientProfile.Protocol> protocols) {
    public SslServerProfile {
        protocols = Set.copyOf(protocols);
    }
}
