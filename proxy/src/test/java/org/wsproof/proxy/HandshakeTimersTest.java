package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.config.Timers;

/** The timers before the 101, on both sides of each; those of the origin's answer are in UpgradeTest. */
@Timeout(30)
final class HandshakeTimersTest {
    private static final Duration HEADER = Duration.ofMillis(500);
    private static final Duration CONNECT = Duration.ofMillis(400);

    private static Duration since(long then) {
        return Duration.ofNanos(System.nanoTime() - then);
    }

    private static Timers connecting() {
        Duration never = Duration.ofSeconds(30);
        return new Timers(CONNECT, never, never, never, Duration.ZERO);
    }

    @Test
    void aHeadThatDoesNotEndInTimeEndsItsConnection() throws IOException {
        try (Rig rig = new Rig(settings -> settings.headerTimeout(HEADER))) {
            Peer client = rig.client();
            long then = System.nanoTime();
            client.send("GET / HTTP/1.1\r\nHost: a\r\n");
            assertThat(client.seesEnd()).isTrue();
            assertThat(since(then)).isBetween(HEADER.multipliedBy(9).dividedBy(10), HEADER.plusMillis(1000));
        }
    }

    @Test
    void aHeadInPiecesThatEndsInTimeBecomesATunnelThatTheTimerSpares() throws IOException {
        try (Rig rig = new Rig(settings -> settings.headerTimeout(HEADER))) {
            Peer client = rig.client();
            client.send(Rig.REQUEST.substring(0, 20));
            LockSupport.parkNanos(HEADER.dividedBy(2).toNanos());
            client.send(Rig.REQUEST.substring(20));
            Peer origin = rig.accept();
            origin.readHead();
            origin.send(Rig.SWITCH);
            client.readHead();
            LockSupport.parkNanos(HEADER.multipliedBy(3).dividedBy(2).toNanos());
            client.send("spared");
            assertThat(origin.read(6)).isEqualTo("spared");
        }
    }

    /** Linux answers no more connections than the backlog, and one, until they are accepted. */
    private static List<Socket> fill(ServerSocket origin) throws IOException {
        List<Socket> waiting = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), origin.getLocalPort()), 150);
            } catch (SocketTimeoutException full) {
                return waiting;
            }
        }
        throw new IllegalStateException("ten connections fit in a backlog of one");
    }

    @Test
    void anOriginThatTakesNoConnectionInTimeIsGivenUp() throws IOException {
        ServerSocket origin = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        List<Socket> waiting = fill(origin);
        try (Rig rig = new Rig(origin, settings -> settings.timers(connecting()))) {
            Peer client = rig.client();
            long then = System.nanoTime();
            client.send(Rig.REQUEST);
            assertThat(client.readHead()).startsWith("HTTP/1.1 50");
            assertThat(since(then)).isBetween(CONNECT.multipliedBy(9).dividedBy(10), CONNECT.plusMillis(600));
        } finally {
            for (Socket each : waiting) {
                each.close();
            }
        }
    }

    @Test
    void theConnectTimerSparesTheAnswerAndTheTunnel() throws IOException {
        try (Rig rig = new Rig(settings -> settings.timers(connecting()))) {
            Peer client = rig.client().send(Rig.REQUEST);
            Peer origin = rig.accept();
            origin.readHead();
            LockSupport.parkNanos(CONNECT.multipliedBy(3).dividedBy(2).toNanos());
            origin.send(Rig.SWITCH);
            assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
            client.send("spared");
            assertThat(origin.read(6)).isEqualTo("spared");
        }
    }
}
