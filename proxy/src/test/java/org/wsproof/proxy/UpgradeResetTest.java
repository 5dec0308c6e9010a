package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client that resets its connection as the 101 is on its way to it. */
@Timeout(30)
final class UpgradeResetTest {
    private static final int TRIES = 50;

    /** Whether a read before the 101, its write, or the tunnel meets the reset is a matter of microseconds, so there are many. */
    @Test
    void endsTheOriginsConnectionToo() throws IOException {
        try (Rig rig = new Rig()) {
            for (int i = 0; i < TRIES; i++) {
                Peer client = rig.client().send(Rig.REQUEST);
                Peer origin = rig.accept();
                origin.readHead();
                origin.send(Rig.SWITCH);
                client.reset();
                assertThat(origin.seesEnd()).isTrue();
            }
        }
    }
}
