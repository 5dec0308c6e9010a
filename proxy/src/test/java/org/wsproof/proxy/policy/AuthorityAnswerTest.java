package org.wsproof.proxy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wsproof.proxy.config.BacksideUrl;
import org.wsproof.proxy.config.policy.AuthorizationUrl;
import org.wsproof.proxy.config.policy.AuthorizationUrl.RefusalStatus;
import org.wsproof.proxy.config.tls.SslClientProfile;
import org.wsproof.proxy.http.Fields;
import org.wsproof.proxy.http.Refusal;

/** What each answer of an authority means. */
final class AuthorityAnswerTest {
    private static final Fields FIELDS = Fields.of(
            "WWW-Authenticate",
            "Basic realm=\"chat\"",
            "Retry-After",
            "7",
            "www-authenticate",
            "Bearer",
            "X-Why",
            "secret");

    private static AuthorityAnswer answer(RefusalStatus refusalStatus) {
        return new AuthorityAnswer(new AuthorizationUrl(
                new BacksideUrl(false, "api.example", 80),
                "/",
                Duration.ofSeconds(1),
                refusalStatus,
                SslClientProfile.validating()));
    }

    private static Refusal.Answer refusal(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Denied.class);
        return ((Verdict.Denied) verdict).refusal().answer();
    }

    @ParameterizedTest
    @CsvSource({
        "201,403", "204,403", "206,403", "301,403", "302,403", "304,403", "400,400", "401,401", "402,403", "403,403",
        "404,403", "407,403", "426,403", "429,429", "500,500", "502,500", "503,500", "599,500"
    })
    void itsStatusGoesToTheClientWhereItIsMeantForOne(int status, int told) {
        assertThat(refusal(answer(RefusalStatus.PROPAGATE).verdict(status, FIELDS))
                        .status())
                .isEqualTo(told);
    }

    @Test
    void onlyTwoHundredLetsIn() {
        assertThat(answer(RefusalStatus.PROPAGATE).verdict(200, FIELDS)).isEqualTo(new Verdict.Allowed());
        assertThat(answer(RefusalStatus.ALWAYS_500).verdict(200, FIELDS)).isEqualTo(new Verdict.Allowed());
    }

    @Test
    void a401BringsItsChallengesAndA429WhenToComeBack() {
        AuthorityAnswer answer = answer(RefusalStatus.PROPAGATE);
        assertThat(refusal(answer.verdict(401, FIELDS)).fields())
                .isEqualTo(Fields.of("WWW-Authenticate", "Basic realm=\"chat\"", "WWW-Authenticate", "Bearer"));
        assertThat(refusal(answer.verdict(429, FIELDS)).fields()).isEqualTo(Fields.of("Retry-After", "7"));
        assertThat(refusal(answer.verdict(429, Fields.of())).fields()).isEqualTo(Fields.of());
        assertThat(refusal(answer.verdict(403, FIELDS)).fields()).isEqualTo(Fields.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 400, 401, 403, 429, 500, 503})
    void told500TheClientLearnsNothingElse(int status) {
        assertThat(refusal(answer(RefusalStatus.ALWAYS_500).verdict(status, FIELDS)))
                .isEqualTo(new Refusal.PolicyFailed().answer());
    }

    @Test
    void theReasonIsForTheLog() {
        Verdict verdict = answer(RefusalStatus.PROPAGATE).failed("connection refused");
        assertThat(refusal(verdict)).isEqualTo(new Refusal.PolicyFailed().answer());
        assertThat(((Verdict.Denied) verdict).reason()).contains("connection refused");
    }
}
