package org.wsproof.proxy.frontside;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.HeardLog;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;

/** What the log says of answers that break off, which any client can have as often as it likes. */
@Timeout(30)
final class BrokenAnswersLogTest {
    private static final int MANY = 60;

    /** All begin, and then all of their clients reset. */
    private static void breakAnswers(Rig rig) throws IOException {
        List<Peer> clients = new ArrayList<>();
        List<Peer> origins = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Peer client = rig.client().send(Rig.head("GET /path?token=word HTTP/1.1", "Host: a"));
            Peer origin = rig.accept();
            origin.readHead();
            origin.send(Rig.head("HTTP/1.1 200 OK", "Content-Length: 1000000") + "begun");
            client.readHead();
            clients.add(client);
            origins.add(origin);
        }
        for (Peer client : clients) {
            client.reset();
        }
        for (Peer origin : origins) {
            origin.send("more");
        }
        for (Peer origin : origins) {
            assertThat(origin.seesEnd()).isTrue();
        }
    }

    @Test
    void aFloodOfThemIsBoundedAndCounted() throws Exception {
        try (HeardLog log = new HeardLog("org.wsproof.proxy.frontside", Level.INFO);
                Rig rig = new Rig()) {
            breakAnswers(rig);
            long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (System.nanoTime() < until
                    && log.lines().stream()
                            .noneMatch(line -> line.contains("more in the last second: answer broke off"))) {
                Thread.onSpinWait();
            }
            assertThat(log.lines())
                    .hasSizeLessThan(MANY)
                    .first()
                    .asString()
                    .contains("GET /path", "broke off")
                    .doesNotContain("word");
        }
    }
}
