package org.wsproof.proxy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wsproof.proxy.config.policy.UpgradeRate;

/** How often an address may come. */
final class UpgradeRatesTest {
    private static final UpgradeRate RATE = new UpgradeRate(2, 3);

    private long now = Long.MAX_VALUE - Duration.ofSeconds(1).toNanos();
    private final UpgradeRates rates = new UpgradeRates(() -> now, 3);

    private void pass(long millis) {
        now += Duration.ofMillis(millis).toNanos();
    }

    private int take(String address) {
        return rates.take(address, RATE);
    }

    private void empty(String address) {
        while (take(address) == 0) {
            assertThat(rates.size()).isPositive();
        }
    }

    @Test
    void aBurstPassesAndThenTheSteadyRate() {
        assertThat(take("a")).isZero();
        assertThat(take("a")).isZero();
        assertThat(take("a")).isZero();
        assertThat(take("a")).isEqualTo(1);
        pass(499);
        assertThat(take("a")).isEqualTo(1);
        pass(1);
        assertThat(take("a")).isZero();
        assertThat(take("a")).isEqualTo(1);
        pass(60_000);
        assertThat(take("a")).isZero();
        assertThat(take("a")).isZero();
        assertThat(take("a")).isZero();
        assertThat(take("a")).isEqualTo(1);
    }

    @Test
    void whoIsRefusedLosesNothingByAsking() {
        empty("a");
        for (int i = 0; i < 4; i++) {
            assertThat(take("a")).isEqualTo(1);
            pass(100);
        }
        pass(100);
        assertThat(take("a")).isZero();
    }

    @Test
    void addressesDoNotShareABucket() {
        empty("192.0.2.1");
        assertThat(take("192.0.2.2")).isZero();
        assertThat(take("192.0.2.1")).isEqualTo(1);
    }

    @Test
    void theAddressesOfOneIpv6NetworkDo() {
        empty("2001:db8:0:1::1");
        assertThat(take("2001:db8:0:1:ffff::2")).isEqualTo(1);
        assertThat(take("2001:db8:0:2::1")).isZero();
    }

    @Test
    void quietAddressesAreForgottenAndNoMoreThanSoManyKept() {
        take("a");
        pass(1000);
        take("b");
        assertThat(rates.size()).isEqualTo(1);
        empty("b");
        empty("c");
        empty("d");
        assertThat(rates.size()).isEqualTo(3);
        take("e");
        assertThat(rates.size()).isEqualTo(3);
        assertThat(take("c")).isEqualTo(1);
        assertThat(take("d")).isEqualTo(1);
    }

    @Test
    void atTheBoundWhoIsKnownKeepsItsEmptyBucket() {
        empty("a");
        empty("b");
        empty("c");
        assertThat(take("a")).isEqualTo(1);
        assertThat(take("b")).isEqualTo(1);
        assertThat(take("c")).isEqualTo(1);
    }

    @Test
    void plainRequestsCountNothing() {
        RateRule rule = new RateRule(new UpgradeRate(1, 1), rates);
        assertThat(Given.status(rule.verdict(Given.upgrade()))).isZero();
        assertThat(Given.status(rule.verdict(Given.plain()))).isZero();
        Verdict.Denied denied = (Verdict.Denied) rule.verdict(Given.upgrade());
        assertThat(Given.answer(denied).status()).isEqualTo(429);
        assertThat(Given.answer(denied).fields().values("Retry-After")).containsExactly("1");
    }

    @Test
    void aReloadEmptiesNoBucketAndForgetsNoTunnel() {
        LimitState state = new LimitState(() -> now);
        state.of("g").rates().take("a", new UpgradeRate(1, 1));
        assertThat(state.of("g").rates().take("a", new UpgradeRate(1, 1))).isEqualTo(1);
        assertThat(state.of("g")).isSameAs(state.of("g"));
        assertThat(state.of("other").rates().take("a", new UpgradeRate(1, 1))).isZero();
    }
}
