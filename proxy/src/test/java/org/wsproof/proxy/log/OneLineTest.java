package org.wsproof.proxy.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others wrote, in a log. */
final class OneLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nINFO b",
                "a\tb",
                "a\u001b[31mb",
                "a\u009b31mb",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "a\u202eb",
                "a\u0000b",
                "a\u007fb",
                "a\u200bb",
                "a\ufeffb"
            })
    void nothingInItBeginsALineOrSteersATerminal(String text) {
        assertThat(OneLine.of(text))
                .startsWith("a ")
                .endsWith("b")
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
    }

    @Test
    void aTextThatIsFitIsLeftAlone() {
        assertThat(OneLine.of("GET /caf\u00e9 of 192.0.2.1")).isEqualTo("GET /caf\u00e9 of 192.0.2.1");
    }

    @Test
    void aTextOfAnyLengthMakesAShortLine() {
        assertThat(OneLine.of("a".repeat(100_000))).hasSizeBetween(400, 600).endsWith("\u2026");
    }
}
