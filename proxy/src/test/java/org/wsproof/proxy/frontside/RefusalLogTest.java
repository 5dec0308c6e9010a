package org.wsproof.proxy.frontside;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wsproof.proxy.Gateway;
import org.wsproof.proxy.HeardLog;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;
import org.wsproof.proxy.admin.Outside;
import org.wsproof.proxy.config.ConfigurationLoader;
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

    /** Or who is refused would choose whether the log says who it was, and why. */
    @Test
    void aPathOfAnyLengthLeavesRoomForTheClientAndTheReason() throws IOException {
        try (Rig rig = new Rig(settings -> settings.policies(GUARDED))) {
            String path = "/" + "a".repeat(8000);
            assertThat(rig.client().send(foreign("GET " + path + " HTTP/1.1")).readHead())
                    .startsWith("HTTP/1.1 403 ");
            assertThat(log.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("GET /aaa", "\u2026 of 127.0.0.1 refused: origin https://else.example"));
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
            long began = System.nanoTime();
            for (Peer client : clients) {
                client.send(foreign("GET / HTTP/1.1"));
            }
            for (Peer client : clients) {
                client.readHead();
            }
            while (log.lines().stream().noneMatch(line -> line.contains("more in the last second: forbidden"))) {
                Thread.onSpinWait();
            }
            long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
            assertThat((long) log.lines().size()).isLessThanOrEqualTo(seconds * (20 + 1));
            Outside outside = new Outside(rig.gateway().adminPort().orElseThrow());
            assertThat(outside.scrape().value("wsproof_requests_refused_total", "gateway=gateway, reason=forbidden"))
                    .isEqualTo(refused);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static String unreachable(String name) throws IOException {
        return " - { name: " + name + ", default-backside-url: 'http://127.0.0.1:1', front-side-handlers: [ { http: {"
                + " name: " + name + ", address: 127.0.0.1, port: " + freePort() + " } } ] }\n";
    }

    private static void ask(Gateway.Listening listening) throws IOException {
        try (Peer client = Peer.connect(listening.port())) {
            String path = "/" + listening.gateway().name();
            assertThat(client.send(Rig.head("GET " + path + " HTTP/1.1", "Host: a"))
                            .readHead())
                    .startsWith("HTTP/1.1 502 ");
        }
    }

    @Test
    void aFloodAtOneGatewayHidesNoOthersLines(@TempDir Path directory) throws Exception {
        String text = "multi-protocol-gateways:\n" + unreachable("flooded") + unreachable("other");
        try (Gateway gateway =
                Gateway.start(ConfigurationLoader.load(Files.writeString(directory.resolve("gateway.yaml"), text)))) {
            while (log.lines().stream().noneMatch(line -> line.contains("more in the last second"))) {
                ask(gateway.listening().get(0));
                if (log.lines().size() == 20) {
                    ask(gateway.listening().get(1));
                }
            }
            assertThat(log.lines()).anySatisfy(line -> assertThat(line).contains("GET /other refused: "));
            assertThat(log.lines())
                    .anySatisfy(line -> assertThat(line).endsWith(" second: backside-unreachable at flooded"));
        }
    }
}
