package org.wsproof.proxy.config.policy;

import java.util.Optional;

/**
 * What a request must satisfy before the backside hears of it; each is absent where the file does not name it.
 *
 * @param authorizationUrl whom to ask about each request
 */
public record Policies(Optional<AuthorizationUrl> authorizationUrl) {
    /** Nothing is asked of a request. */
    public static Policies none() {
        return new Policies(Optional.empty());
    }
}
