package org.wsproof.proxy.config.policy;

import java.util.List;
import java.util.Optional;

/**
 * What a request must satisfy before the backside hears of it, in the order in which it is asked; absent or empty where the
 * file does not name it.
 *
 * @param allowedOrigins which web pages may open tunnels
 * @param upgradesPerSecond how often an address may open tunnels
 * @param apiClients who is let in by a key; if there are any, nobody else is
 * @param additionalLogic policies of one's own, in the file's order
 * @param authorizationUrl whom to ask about each request
 * @param tunnelsAtOnce how many tunnels there may be
 */
public record Policies(
        Optional<AllowedOrigins> allowedOrigins,
        Optional<UpgradeRate> upgradesPerSecond,
        List<ApiClient> apiClients,
        List<LogicUse> additionalLogic,
        Optional<AuthorizationUrl> authorizationUrl,
        TunnelLimits tunnelsAtOnce) {
    public Policies {
        apiClients = List.copyOf(apiClients);
        additionalLogic = List.copyOf(additionalLogic);
    }

    /** Nothing is asked of a request. */
    public static Policies none() {
        return new Policies(
                Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty(), TunnelLimits.none());
    }
}
