package org.wsproof.proxy.policy;

import org.wsproof.proxy.config.policy.UpgradeRate;
import org.wsproof.proxy.http.Refusal;

/** Lets an address open tunnels only so often. Other requests don't count. */
public final class RateRule implements Rule {
    private final UpgradeRate rate;
    private final UpgradeRates rates;

    public RateRule(UpgradeRate rate, UpgradeRates rates) {
        this.rate = rate;
        this.rates = rates;
    }

    @Override
    public Verdict verdict(Asking asking) {
        if (!asking.upgrade()) {
            return new Verdict.Allowed();
        }
        int seconds = rates.take(asking.arrival().clientAddress(), rate);
        return seconds == 0
                ? new Verdict.Allowed()
                : new Verdict.Denied(
                        new Refusal.TooManyRequests(Integer.toString(seconds)),
                        "more than " + rate.perSecond() + " opening handshakes a second");
    }
}
