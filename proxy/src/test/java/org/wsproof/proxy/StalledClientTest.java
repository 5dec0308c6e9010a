package org.wsproof.proxy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.config.Timers;

/** Clients that ask, and then never read. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class StalledClientTest {
    private static final String GET = Rig.head("GET / HTTP/1.1", "Host: a");
    private static final int KIB = 1024;

    private Rig rig;

    @BeforeEach
    void start() throws IOException {
        rig = new Rig(settings -> settings.timers(new Timers(
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofMillis(300),
                Duration.ZERO)));
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    private static String answer(int length) {
        return Rig.head("HTTP/1.1 200 OK", "Content-Length: " + length);
    }

    @Test
    void aClientThatTakesNothingOfItsAnswerIsGivenUp() throws IOException {
        Peer client = Peer.connectNarrow(rig.port()).send(GET);
        Peer origin = rig.accept();
        origin.readHead();
        origin.send(answer(Integer.MAX_VALUE));
        boolean cut = false;
        while (!cut) {
            try {
                origin.send(new byte[64 * KIB]);
            } catch (IOException reset) {
                cut = true;
            }
        }
        client.close();
    }
}
