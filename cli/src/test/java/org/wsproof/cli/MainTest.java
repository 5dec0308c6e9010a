package org.wsproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @Test
    void withoutACommandItSaysWhatThereIs() {
        Called called = Called.with();

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.err()).contains("check").contains("gateway");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "compare", "target", "gateway", "echo", "client", "demo"})
    void eachCommandHasHelpWithAnExample(String command) {
        Called called = Called.with(command, "--help");

        assertThat(called.exit()).isZero();
        assertThat(called.out()).contains("Example").contains("./wsproof " + command);
        assertThat(called.err()).isEmpty();
    }

    @Test
    void theVersionIsOneLine() {
        Called called = Called.with("--version");

        assertThat(called.exit()).isZero();
        assertThat(called.out()).startsWith("wsproof ");
    }

    @Test
    void anUnknownCommandIsExitTwo() {
        Called called = Called.with("chekc");

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.err().lines()).hasSize(1);
    }

    @Test
    void aGatewayWithoutConfigurationIsExitTwo() {
        Called called = Called.with("gateway");

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.err()).contains("CONFIG");
    }
}
