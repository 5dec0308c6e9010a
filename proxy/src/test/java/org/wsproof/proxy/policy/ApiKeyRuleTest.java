package org.wsproof.proxy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wsproof.proxy.config.policy.ApiClient;

/** Whose key lets in. */
final class ApiKeyRuleTest {
    private static final String ID = "X-IBM-Client-Id";
    private static final String SECRET = "X-IBM-Client-Secret";
    private static final ApiKeyRule RULE = new ApiKeyRule(List.of(
            new ApiClient("open", "", "no secret"),
            new ApiClient("shut", "5ecret", "with secret"),
            new ApiClient("other", "0ther", "another")));

    @ParameterizedTest
    @CsvSource({
        "open, '', 0",
        "open, whatever, 0",
        "shut, 5ecret, 0",
        "other, 0ther, 0",
        "shut, '', 401",
        "shut, 5ecre, 401",
        "shut, 5ecret5, 401",
        "shut, 5ECRET, 401",
        "shut, 0ther, 401",
        "SHUT, 5ecret, 401",
        "'', '', 401",
        "unknown, 5ecret, 401",
        "'shut,open', 5ecret, 401",
    })
    void theIdAndItsOwnSecretLetIn(String id, String secret, int status) {
        assertThat(Given.status(RULE.verdict(Given.plain(ID, id, SECRET, secret))))
                .isEqualTo(status);
    }

    @Test
    void aMissingSecretIsAWrongOne() {
        assertThat(Given.status(RULE.verdict(Given.upgrade(ID, "open")))).isZero();
        assertThat(Given.status(RULE.verdict(Given.upgrade(ID, "shut")))).isEqualTo(401);
        assertThat(Given.status(RULE.verdict(Given.upgrade()))).isEqualTo(401);
    }

    @Test
    void twoKeysAreNone() {
        assertThat(Given.status(RULE.verdict(Given.upgrade(ID, "open", ID, "open"))))
                .isEqualTo(401);
        assertThat(Given.status(RULE.verdict(Given.upgrade(ID, "shut", SECRET, "5ecret", SECRET, "x"))))
                .isEqualTo(401);
    }

    @Test
    void theAnswerIsTheSameHoweverTheKeyIsWrong() {
        assertThat(denied(Given.upgrade(ID, "shut")).refusal())
                .isEqualTo(denied(Given.upgrade(ID, "nobody")).refusal())
                .isEqualTo(denied(Given.upgrade()).refusal());
    }

    @Test
    void theReasonNamesTheClientAndNoKey() {
        assertThat(denied(Given.upgrade(ID, "shut", SECRET, "guess")).reason())
                .contains("with secret")
                .doesNotContain("shut", "5ecret", "guess");
    }

    private static Verdict.Denied denied(Asking asking) {
        return (Verdict.Denied) RULE.verdict(asking);
    }
}
