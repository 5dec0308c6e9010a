package org.wsproof.proxy.policy;

import java.util.List;
import java.util.Locale;
import org.wsproof.proxy.config.policy.AllowedOrigins;
import org.wsproof.proxy.http.Refusal;

/**
 * Keeps the pages of strangers from opening tunnels with their visitors' cookies (RFC 6455 §10.2). It judges opening
 * handshakes only: for other requests browsers have rules of their own. What is no browser can say it comes from anywhere.
 */
public final class OriginRule implements Rule {
    private final AllowedOrigins allowed;

    public OriginRule(AllowedOrigins allowed) {
        this.allowed = allowed;
    }

    @Override
    public Verdict verdict(Asking asking) {
        List<String> origins = asking.head().fields().values("Origin");
        if (!asking.upgrade()) {
            return new Verdict.Allowed();
        }
        if (origins.size() > 1) {
            // RFC 6454 §7.3
            Refusal refusal = new Refusal.BadRequest("More than one Origin field.");
            return new Verdict.Denied(refusal, "more than one Origin field");
        }
        if (origins.isEmpty()) {
            return allowed.required()
                    ? new Verdict.Denied(new Refusal.Forbidden(), "no Origin field")
                    : new Verdict.Allowed();
        }
        return allowed.origins().contains(origins.get(0).toLowerCase(Locale.ROOT))
                ? new Verdict.Allowed()
                : new Verdict.Denied(new Refusal.Forbidden(), "origin " + origins.get(0) + " is not allowed");
    }
}
