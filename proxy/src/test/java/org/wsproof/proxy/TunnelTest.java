package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TunnelTest {
    private Rig rig;

    @BeforeEach
    void start() throws Exception {
        rig = new Rig();
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void relaysBothWaysAfterTheSwitch() throws Exception {
        Rig.Ends ends = rig.tunnel();

        ends.client().send("ping");
        assertThat(ends.origin().read(4)).isEqualTo("ping");
        ends.origin().send("pong");
        assertThat(ends.client().read(4)).isEqualTo("pong");
    }
}
