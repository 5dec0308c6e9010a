package org.wsproof.proxy.policy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wsproof.proxy.config.policy.AllowedOrigins;
import org.wsproof.proxy.config.policy.ApiClient;
import org.wsproof.proxy.config.policy.AuthorizationUrl;
import org.wsproof.proxy.config.policy.LogicUse;
import org.wsproof.proxy.config.policy.Policies;
import org.wsproof.proxy.config.policy.TunnelLimits;
import org.wsproof.proxy.config.policy.UpgradeRate;
import org.wsproof.proxy.http.Arrival;
import org.wsproof.proxy.http.Fields;
import org.wsproof.proxy.http.Refusal;
import org.wsproof.proxy.http.RequestHead;
import org.wsproof.proxy.policy.logic.AdditionalLogic;

/** Policies with one thing set, and requests to put to them. */
final class Given {
    static final Policies NONE = Policies.none();

    private Given() {}

    static Policies authority(AuthorizationUrl url) {
        return new Policies(
                NONE.allowedOrigins(),
                NONE.upgradesPerSecond(),
                List.of(),
                List.of(),
                Optional.of(url),
                NONE.tunnelsAtOnce());
    }

    static Policies origins(String... origins) {
        AllowedOrigins allowed = new AllowedOrigins(Set.of(origins), false);
        return new Policies(
                Optional.of(allowed),
                NONE.upgradesPerSecond(),
                List.of(),
                List.of(),
                NONE.authorizationUrl(),
                NONE.tunnelsAtOnce());
    }

    static Policies rate(int perSecond, int burst) {
        return new Policies(
                NONE.allowedOrigins(),
                Optional.of(new UpgradeRate(perSecond, burst)),
                List.of(),
                List.of(),
                NONE.authorizationUrl(),
                NONE.tunnelsAtOnce());
    }

    static Policies clients(ApiClient... clients) {
        return new Policies(
                NONE.allowedOrigins(),
                NONE.upgradesPerSecond(),
                List.of(clients),
                List.of(),
                NONE.authorizationUrl(),
                NONE.tunnelsAtOnce());
    }

    static Policies logic(AdditionalLogic logic, Map<String, String> settings, Duration timeout) {
        return new Policies(
                NONE.allowedOrigins(),
                NONE.upgradesPerSecond(),
                List.of(),
                List.of(new LogicUse(logic, settings, timeout)),
                NONE.authorizationUrl(),
                NONE.tunnelsAtOnce());
    }

    static Policies tunnels(int gateway, int byAddress) {
        return new Policies(
                NONE.allowedOrigins(),
                NONE.upgradesPerSecond(),
                List.of(),
                List.of(),
                NONE.authorizationUrl(),
                new TunnelLimits(gateway, byAddress));
    }

    static Asking upgrade(String... namesAndValues) {
        return asking(true, namesAndValues);
    }

    static Asking plain(String... namesAndValues) {
        return asking(false, namesAndValues);
    }

    private static Asking asking(boolean upgrade, String... namesAndValues) {
        RequestHead head = new RequestHead("GET", "HTTP/1.1", "/chat", Fields.of(namesAndValues));
        return new Asking(head, new Arrival("192.0.2.7", false, "0123"), upgrade);
    }

    /** The status of a denial, or 0. */
    static int status(Verdict verdict) {
        return verdict instanceof Verdict.Denied denied ? answer(denied).status() : 0;
    }

    static Refusal.Answer answer(Verdict.Denied denied) {
        return denied.refusal().answer();
    }
}
