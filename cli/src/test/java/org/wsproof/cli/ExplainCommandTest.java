package org.wsproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplainCommandTest {
    @Test
    void aCaseIsToldFromEndToEnd() {
        Called called = Called.with("explain", "refusals/426-relayed");

        assertThat(called.exit()).isZero();
        assertThat(called.out())
                .contains("refusals/426-relayed", "RFC 9110 §15.5.22, MUST", "HTTP/1.1 426 Upgrade Required")
                .contains("20 times, all at once:", "Each client n sees status 426.")
                .contains("https://github.com/haproxy/haproxy/issues/1997", "(flattens-refusals)")
                .doesNotContain("\u001b");
    }

    @Test
    void aPatternTellsEachCaseItNames() {
        Called called = Called.with("explain", "close/ping-*");

        assertThat(called.exit()).isZero();
        assertThat(called.out().lines()).contains("close/ping-from-client", "close/ping-from-origin");
    }

    @Test
    void aMisspeltCaseIsOneLineThatNamesWhatIsNear() {
        Called called = Called.with("explain", "handshake/basik");

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.err().lines()).hasSize(1);
        assertThat(called.err()).contains("there is no case 'handshake/basik'; did you mean handshake/basic");
    }

    @Test
    void whereNothingIsNearTheListIsNamed() {
        Called called = Called.with("explain", "xyz");

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.err().lines()).hasSize(1);
        assertThat(called.err()).contains("wsproof check --list");
    }

    @Test
    void thatACaseIsNeededIsSaid() {
        Called called = Called.with("explain");

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.err()).contains("CASE");
    }
}
