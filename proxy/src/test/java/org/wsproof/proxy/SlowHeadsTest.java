package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wsproof.proxy.config.BacksideUrl;
import org.wsproof.proxy.config.Timers;
import org.wsproof.proxy.config.policy.AuthorizationUrl;
import org.wsproof.proxy.config.policy.AuthorizationUrl.RefusalStatus;
import org.wsproof.proxy.config.policy.Policies;
import org.wsproof.proxy.config.policy.TunnelLimits;
import org.wsproof.proxy.config.tls.SslClientProfile;

/** Heads that come octet by octet, for ever: each timer is for the whole head, and no octet gives it more. */
@Timeout(30)
final class SlowHeadsTest {
    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final Duration LATEST = LIMIT.plusMillis(1200);
    private static final Duration STEP = Duration.ofMillis(40);
    private static final String ENDLESS = "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: " + "s".repeat(1000);
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nX-Slow: ";
    private static final String SWITCHING = "HTTP/1.1 101 Switching Protocols\r\nX-Slow: ";
    private static final String INTERIM = "HTTP/1.1 103 Early Hints\r\nLink: ";

    /** Sends an octet a step until that fails. */
    private static void dribble(Peer from, String text) {
        Rig.thread(() -> {
            try {
                for (int i = 0; i < text.length(); i++) {
                    from.send(text.substring(i, i + 1));
                    LockSupport.parkNanos(STEP.toNanos());
                }
            } catch (IOException cut) {
                assertThat(cut).isNotNull();
            }
        });
    }

    private static Duration since(long then) {
        return Duration.ofNanos(System.nanoTime() - then);
    }

    private static void requireInTime(long then) {
        assertThat(since(then)).isBetween(LIMIT.multipliedBy(9).dividedBy(10), LATEST);
    }

    private static Timers impatient() {
        Duration never = Duration.ofSeconds(30);
        return new Timers(never, LIMIT, never, never, Duration.ZERO);
    }

    private static Policies asking(ServerSocket authority) {
        AuthorizationUrl url = new AuthorizationUrl(
                new BacksideUrl(false, "127.0.0.1", authority.getLocalPort()),
                "/",
                LIMIT,
                RefusalStatus.PROPAGATE,
                SslClientProfile.validating());
        return new Policies(
                Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.of(url), TunnelLimits.none());
    }

    @Test
    void aRequestsFirstHeadIsEnded() throws IOException {
        try (Rig rig = new Rig(settings -> settings.headerTimeout(LIMIT))) {
            Peer client = rig.client();
            long then = System.nanoTime();
            dribble(client, ENDLESS);
            assertThat(client.seesEnd()).isTrue();
            requireInTime(then);
        }
    }

    @Test
    void aLaterRequestsHeadOfAKeptConnectionIsEnded() throws IOException {
        try (Rig rig = new Rig(settings -> settings.headerTimeout(LIMIT))) {
            Peer client = rig.client().send(Rig.head("GET / HTTP/1.1", "Host: a"));
            Peer origin = rig.accept();
            origin.readHead();
            origin.send(Rig.head("HTTP/1.1 204 No Content"));
            client.readHead();
            long then = System.nanoTime();
            dribble(client, ENDLESS);
            assertThat(client.seesEnd()).isTrue();
            requireInTime(then);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ANSWER, SWITCHING, INTERIM})
    void anOriginsAnswerIs504(String head) throws IOException {
        for (String request : new String[] {Rig.REQUEST, Rig.head("GET / HTTP/1.1", "Host: a")}) {
            try (Rig rig = new Rig(settings -> settings.timers(impatient()))) {
                Peer client = rig.client().send(request);
                Peer origin = rig.accept();
                origin.readHead();
                long then = System.nanoTime();
                dribble(origin, head + "s".repeat(1000));
                assertThat(client.readHead()).startsWith("HTTP/1.1 504 ");
                requireInTime(then);
                assertThat(origin.seesEnd()).isTrue();
            }
        }
    }

    @Test
    void interimAnswersWithoutEndAre504() throws IOException {
        try (Rig rig = new Rig(settings -> settings.timers(impatient()))) {
            Peer client = rig.client().send(Rig.REQUEST);
            Peer origin = rig.accept();
            origin.readHead();
            long then = System.nanoTime();
            Rig.thread(() -> {
                try {
                    while (true) {
                        origin.send(Rig.head("HTTP/1.1 103 Early Hints"));
                        LockSupport.parkNanos(STEP.toNanos());
                    }
                } catch (IOException cut) {
                    assertThat(cut).isNotNull();
                }
            });
            assertThat(client.readHead()).startsWith("HTTP/1.1 504 ");
            requireInTime(then);
        }
    }

    @Test
    void anAuthoritysAnswerRefuses() throws IOException {
        try (ServerSocket authority = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Rig rig = new Rig(settings -> settings.policies(asking(authority)))) {
            Peer client = rig.client().send(Rig.REQUEST);
            Peer asked = new Peer(authority.accept());
            asked.readHead();
            long then = System.nanoTime();
            dribble(asked, ANSWER + "s".repeat(1000));
            assertThat(client.readHead()).startsWith("HTTP/1.1 500 ");
            requireInTime(then);
            assertThat(asked.seesEnd()).isTrue();
        }
    }

    @Test
    void anAuthorityThatResetsInsideItsAnswerRefusesAtOnce() throws IOException {
        try (ServerSocket authority = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Rig rig = new Rig(settings -> settings.policies(asking(authority)))) {
            Peer client = rig.client().send(Rig.REQUEST);
            Peer asked = new Peer(authority.accept());
            asked.readHead();
            long then = System.nanoTime();
            asked.send("HTTP/1.1 200 O").reset();
            assertThat(client.readHead()).startsWith("HTTP/1.1 500 ");
            assertThat(since(then)).isLessThan(LIMIT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 O", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConn", ""})
    void anOriginThatResetsInsideItsAnswerIs502AtOnce(String begun) throws IOException {
        for (String request : new String[] {Rig.REQUEST, Rig.head("GET / HTTP/1.1", "Host: a")}) {
            try (Rig rig = new Rig()) {
                Peer client = rig.client().send(request);
                Peer origin = rig.accept();
                origin.readHead();
                long then = System.nanoTime();
                origin.send(begun).reset();
                assertThat(client.readHead()).startsWith("HTTP/1.1 502 ");
                assertThat(since(then)).isLessThan(Duration.ofSeconds(2));
            }
        }
    }
}
