package org.wsproof.proxy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wsproof.proxy.config.policy.AllowedOrigins;

/** Whose pages may open tunnels. */
final class OriginRuleTest {
    private static final OriginRule RULE = rule(false);

    private static OriginRule rule(boolean required) {
        return new OriginRule(
                new AllowedOrigins(Set.of("https://app.example", "http://localhost:3000", "https://[::1]"), required));
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example, 0",
        "HTTPS://App.Example, 0",
        "http://localhost:3000, 0",
        "https://[::1], 0",
        "http://app.example, 403",
        "https://app.example:8443, 403",
        "https://app.example:443, 403",
        "https://app.example/, 403",
        "https://app.example.evil.example, 403",
        "https://evil.example/https://app.example, 403",
        "https://sub.app.example, 403",
        "https://app.exampl\u00e9, 403",
        "https://evil.example https://app.example, 403",
        "null, 403",
        "'', 403",
    })
    void onlyTheVeryOriginIsAllowed(String origin, int status) {
        assertThat(Given.status(RULE.verdict(Given.upgrade("Origin", origin)))).isEqualTo(status);
    }

    @Test
    void whatIsNoBrowserNeedNotSayWhereItComesFrom() {
        assertThat(Given.status(RULE.verdict(Given.upgrade()))).isZero();
    }

    @Test
    void unlessAnOriginIsRequired() {
        assertThat(Given.status(rule(true).verdict(Given.upgrade()))).isEqualTo(403);
        assertThat(Given.status(rule(true).verdict(Given.upgrade("Origin", "https://app.example"))))
                .isZero();
    }

    @Test
    void twoOriginsAreNone() {
        assertThat(Given.status(
                        RULE.verdict(Given.upgrade("Origin", "https://app.example", "origin", "https://app.example"))))
                .isEqualTo(400);
    }

    @Test
    void plainRequestsAreForTheOriginServerToJudge() {
        assertThat(Given.status(rule(true).verdict(Given.plain("Origin", "https://evil.example"))))
                .isZero();
    }
}
