package org.wsproof.proxy.config.policy;

import java.util.Set;

/**
 * Which web pages may open a tunnel (RFC 6455 §10.2).
 *
 * @param origins as browsers write them (RFC 6454 §6.2): scheme and host in lower case, no default port; at least one
 * @param required whether an opening handshake without Origin, which no browser sends, is refused too
 */
public record AllowedOrigins(Set<String> origins, boolean required) {
    public AllowedOrigins {
        origins = Set.copyOf(origins);
    }
}
