package org.wsproof.proxy.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wsproof.proxy.HeardLog;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;
import org.wsproof.proxy.config.admin.AdminListener;

/** What strangers can do to an admin listener, and to what is read from it. */
@Timeout(30)
final class AdminBoundsTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final String ASKED = Rig.head("GET /page HTTP/1.1", "Host: localhost");

    private static AdminServer start(AdminServer.Bounds bounds) throws IOException {
        Map<String, Page> pages = Map.of(
                "/page", question -> Answer.text(200, "shown"),
                "/large", question -> new Answer(200, "text/plain", ByteBuffer.allocate(64 * 1024 * 1024)));
        return AdminServer.start(new AdminListener("127.0.0.1", 0), pages, bounds);
    }

    private static String answerTo(String host) throws IOException {
        try (AdminServer server = start(AdminServer.Bounds.usual());
                Peer client = Peer.connect(server.port())) {
            return client.send(Rig.head("GET /page HTTP/1.1", "Host: " + host)).readHead();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:9990",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "evil.example:9990, localhost",
                "192.0.2.1:9990",
                "[::1].evil.example"
            })
    void aPageWhoseNameWasPointedHereReadsNothing(String host) throws IOException {
        // What is no host at all is refused before its name is looked at.
        assertThat(answerTo(host)).matches("(?s)HTTP/1.1 4(21|00) .*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost:9990", "127.0.0.1:8000", "127.0.0.2", "[::1]:9990"})
    void thisMachineIsAnsweredByWhicheverPortItCame(String host) throws IOException {
        assertThat(answerTo(host)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aSecondHostBesideAKnownOneIsNotOverlooked() throws IOException {
        assertThat(answerTo("localhost\r\nHost: evil.example")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void aProbeWithoutAHostIsAnswered() throws IOException {
        try (AdminServer server = start(AdminServer.Bounds.usual());
                Peer client = Peer.connect(server.port())) {
            assertThat(client.send("GET /page HTTP/1.0\r\n\r\n").readHead()).contains(" 200 ");
        }
    }

    @Test
    void beyondLoopbackEveryNameIsTakenAndTheLogWarnsOfIt() throws IOException {
        InetAddress open = InetAddress.getByName("0.0.0.0");
        assertThat(new KnownHosts(open, "0.0.0.0").know(List.of("gw.example"))).isTrue();
        try (HeardLog log = new HeardLog(AdminServer.class.getName(), Level.WARN)) {
            AdminServer.warnIfOpen(open, "0.0.0.0");
            AdminServer.warnIfOpen(InetAddress.getLoopbackAddress(), "127.0.0.1");
            assertThat(log.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line).startsWith("WARN ").contains("0.0.0.0, not on loopback"));
        }
    }

    @Test
    void onlySoManyConnectionsAreTakenAtOnce() throws IOException {
        try (AdminServer server = start(new AdminServer.Bounds(2, LONG, LONG, LONG));
                Peer one = Peer.connect(server.port());
                Peer other = Peer.connect(server.port())) {
            other.send(ASKED).readHead();
            one.send(ASKED).readHead();
            try (Peer third = Peer.connect(server.port())) {
                third.send(ASKED).socket().setSoTimeout(200);
                assertThatThrownBy(third::readHead).isInstanceOf(SocketTimeoutException.class);
                one.socket().close();
                third.socket().setSoTimeout(10_000);
                assertThat(third.readHead()).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    /** With room for one, the second is answered once the first has lost its place. */
    private static void requireThatItLosesItsPlace(AdminServer.Bounds bounds, String asked) throws IOException {
        try (AdminServer server = start(bounds);
                Peer slow = Peer.connect(server.port())) {
            slow.send(asked);
            try (Peer next = Peer.connect(server.port())) {
                assertThat(next.send(ASKED).readHead()).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    @Test
    void aClientThatDoesNotTakeItsAnswerLosesItsPlace() throws IOException {
        requireThatItLosesItsPlace(new AdminServer.Bounds(1, LONG, LONG, SHORT), ASKED.replace("page", "large"));
    }

    @Test
    void aClientThatStopsInsideItsHeadLosesItsPlace() throws IOException {
        requireThatItLosesItsPlace(new AdminServer.Bounds(1, LONG, SHORT, LONG), "GET /page HTTP/1.1\r\nHost: l");
    }

    @Test
    void aClientThatAsksForNothingLosesItsPlace() throws IOException {
        requireThatItLosesItsPlace(new AdminServer.Bounds(1, SHORT, LONG, LONG), "");
    }
}
