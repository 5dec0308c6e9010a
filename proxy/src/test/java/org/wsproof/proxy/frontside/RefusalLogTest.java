package org.wsproof.proxy.frontside;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.HeardLog;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;
import org.wsproof.proxy.admin.Outside;
import org.wsproof.proxy.config.policy.AllowedOrigins;
import org.wsproof.proxy.config.policy.Policies;
import org.wsproof.proxy.config.policy.TunnelLimits;

/** What the log says of a request that is refused. */
@Timeout(30)
final class RefusalLogTest {
    private static final String FOREIGN = "\r\nOrigin: https://else.example\r\n\r\n";
    private static final Policies GUARDED = new Policies(
            Optional.of(new AllowedOrigins(Set.of("https://app.example"), false)),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            TunnelLimits.none());

    private HeardLog log;

    @BeforeEach
    void listen() {
        log = new HeardLog(RefusalLog.class.getName(), Level.INFO);
    }

    @AfterEach
    void stop() {
        log.close();
    }

    private static String foreign(String requestLine) {
        return Rig.REQUEST.replace("GET /chat?room=1 HTTP/1.1", requestLine).replace("\r\n\r\n", FOREIGN);
    }

    /** U+009B begins an escape sequence on a terminal. */
    @Test
    void anOriginsControlCharactersAreNotAmongIt() throws IOException {
        try (Rig rig = new Rig()) {
            Peer client = rig.client().send(Rig.REQUEST);
            Peer origin = rig.accept();
            origin.readHead();
            origin.send(Rig.head("HTTP/1.1 101 Yes", "Connection: Upgrade", "Upgrade: a\u009b31m"));
            assertThat(client.readHead()).startsWith("HTTP/1.1 502 ");
            assertThat(log.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("must have Upgrade: websocket")
                            .doesNotContainPattern("\\p{Cc}"));
        }
    }

    @Test
    void ofATargetOnlyThePathIsSaid() throws IOException {
        try (Rig rig = new Rig(settings -> settings.policies(GUARDED))) {
            String target = "http://front.example/chat;session=word1?token=word2";
            assertThat(rig.client().send(foreign("GET " + target + " HTTP/1.1")).readHead())
                    .startsWith("HTTP/1.1 403 ");
            assertThat(log.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("GET /chat;... of 127.0.0.1 refused: ")
                            .doesNotContain("word", "front.example"));
        }
    }

    @Test
    void aFloodOfThemIsBoundedAndStillCounted() throws Exception {
        try (Rig rig = Rig.withAdmin(settings -> settings.policies(GUARDED))) {
            int refused = 200;
            List<Peer> clients = new ArrayList<>();
            for (int i = 0; i < refused; i++) {
                clients.add(rig.client());
            }
            for (Peer client : clients) {
                client.send(foreign("GET / HTTP/1.1"));
            }
            for (Peer client : clients) {
                client.readHead();
            }
            while (log.lines().stream().noneMatch(line -> line.contains("more in the last second: forbidden"))) {
                Thread.onSpinWait();
            }
            assertThat(log.lines().size()).isLessThan(refused / 2);
            Outside outside = new Outside(rig.gateway().adminPort().orElseThrow());
            assertThat(outside.scrape().value("wsproof_requests_refused_total", "gateway=gateway, reason=forbidden"))
                    .isEqualTo(refused);
        }
    }
}
