package org.wsproof.cli.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.wsproof.proxy.config.MultiProtocolGateway;
import org.wsproof.proxy.config.policy.AllowedOrigins;
import org.wsproof.proxy.config.policy.ApiClient;
import org.wsproof.proxy.config.policy.AuthorizationUrl;
import org.wsproof.proxy.config.policy.Policies;
import org.wsproof.proxy.config.policy.TunnelLimits;

/** Finds out what a gateway wants of its clients, and which refusals its configuration can really give. */
final class RulesReader {
    /** The fields that go with a status, whatever the reason for it is. */
    private static final Map<Integer, List<Refused.Field>> FIELDS = Map.of(
            401,
            List.of(new Refused.Field("WWW-Authenticate", "How to say who the client is, where that is known.")),
            426,
            List.of(
                    new Refused.Field("Upgrade", "What to ask for."),
                    new Refused.Field("Sec-WebSocket-Version", "13, where the client asked for another.")),
            429,
            List.of(new Refused.Field("Retry-After", "When to try again, where that is known.")));

    private final Map<Integer, List<String>> meanings = new TreeMap<>();
    private final List<Credential> credentials = new ArrayList<>();

    private RulesReader() {}

    /** @param wanted further header fields that say who the client is, which only the authority knows of */
    static Rules read(MultiProtocolGateway gateway, List<String> wanted) {
        RulesReader reader = new RulesReader();
        reader.always();
        reader.policies(gateway.policies());
        wanted.forEach(header -> reader.credential(header, "Says who the client is; from the provider.", true));
        Optional<AllowedOrigins> origins = gateway.policies().allowedOrigins();
        return new Rules(
                reader.credentials,
                origins.stream()
                        .flatMap(each -> each.origins().stream())
                        .sorted()
                        .toList(),
                origins.filter(AllowedOrigins::required).isPresent(),
                gateway.policies().authorizationUrl().isPresent()
                        || !gateway.policies().additionalLogic().isEmpty(),
                reader.refusals());
    }

    /** In the order in which the gateway asks them. */
    private void policies(Policies policies) {
        if (policies.allowedOrigins().isPresent()) {
            refused(403, "Pages of this origin may not connect.");
        }
        policies.upgradesPerSecond()
                .ifPresent(rate -> refused(
                        429,
                        "The address opens more than " + rate.perSecond() + " connections a second (after a pause "
                                + rate.burst() + " at once)."));
        if (!policies.apiClients().isEmpty()) {
            keys(policies.apiClients());
        }
        if (!policies.additionalLogic().isEmpty()) {
            ownLogic();
        }
        policies.authorizationUrl().ifPresent(this::authorized);
        tunnels(policies.tunnelsAtOnce());
    }

    private void keys(List<ApiClient> clients) {
        refused(401, "The client's id is missing or not known, or its secret is not the right one.");
        long secrets =
                clients.stream().filter(client -> !client.secret().isEmpty()).count();
        credential("X-IBM-Client-Id", "The client's id, from the provider.", true);
        if (secrets == clients.size()) {
            credential("X-IBM-Client-Secret", "The client's secret, from the provider.", true);
        } else if (secrets > 0) {
            credential("X-IBM-Client-Secret", "The client's secret, from the provider, if it was given one.", false);
        }
    }

    /** Those that somebody's own logic can choose among, and what follows where it fails. */
    private void ownLogic() {
        String refuses = "A rule of the provider's refuses the connection.";
        List.of(400, 401, 403, 429, 503).forEach(status -> refused(status, refuses));
        refused(500, "Nobody could say whether the client may connect.");
    }

    private void tunnels(TunnelLimits limits) {
        TunnelLimits none = TunnelLimits.none();
        if (limits.gateway() != none.gateway()) {
            refused(503, "There are too many connections at this time; try again later.");
        }
        if (limits.byAddress() != none.byAddress()) {
            refused(429, "The address has " + limits.byAddress() + " connections open, as many as it may have.");
        }
    }

    private void credential(String header, String description, boolean required) {
        if (credentials.stream().noneMatch(each -> each.header().equalsIgnoreCase(header))) {
            credentials.add(new Credential(header, description, required));
        }
    }

    /** After the gateway's own table of what an authority's answer means. */
    private void authorized(AuthorizationUrl url) {
        if (url.refusalStatus() == AuthorizationUrl.RefusalStatus.ALWAYS_500) {
            refused(500, "The client is not authorized, or nobody could say whether it is.");
            return;
        }
        refused(400, "The authorization finds a mistake in the request.");
        refused(401, "The client's credentials are missing or wrong.");
        refused(403, "The client is not authorized.");
        refused(429, "The authorization allows no more connections for now.");
        refused(500, "Nobody could say whether the client may connect.");
    }

    private void always() {
        refused(400, "The opening handshake has a mistake, which the answer names.");
        refused(414, "The URL is too long.");
        refused(426, "The version of the WebSocket protocol is not 13, or that of HTTP is not 1.1.");
        refused(431, "The header fields are too many, or too large.");
        refused(502, "The service could not be reached, or gave no valid answer.");
        refused(503, "The gateway is about to stop; try again.");
        refused(504, "The service did not answer in time.");
    }

    private void refused(int status, String meaning) {
        meanings.computeIfAbsent(status, any -> new ArrayList<>()).add(meaning);
    }

    private List<Refused> refusals() {
        return meanings.entrySet().stream()
                .map(each -> new Refused(
                        each.getKey(),
                        each.getValue().stream().distinct().collect(Collectors.joining(" Or: ")),
                        FIELDS.getOrDefault(each.getKey(), List.of())))
                .toList();
    }
}
