package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.config.Timers;

/** A drain that comes while a slow client has had half of its 101. */
@Timeout(60)
final class HalfWrittenSwitchTest {
    private static final String GET = Rig.head("GET / HTTP/1.1", "Host: a");
    private static final int KIB = 1024;
    private static final String ANSWER =
            Rig.head("HTTP/1.1 200 OK", "Content-Length: " + 16 * KIB) + "a".repeat(16 * KIB);
    private static final String LARGE_SWITCH =
            Rig.SWITCH.substring(0, Rig.SWITCH.length() - 2) + "X-Large: " + "x".repeat(120 * KIB) + "\r\n\r\n";
    private static final int MOST_ANSWERS = 2000;
    private static final String GOING_AWAY = "\u0088\u0002\u0003\u00e9";

    private static Timers draining() {
        Duration never = Duration.ofSeconds(30);
        return new Timers(never, never, never, never, Duration.ofSeconds(10));
    }

    /** How many answers the kernel keeps for a client that reads none of them. */
    private static int answersThatFit(Rig rig) throws IOException {
        try (Peer client = Peer.connectNarrow(rig.port()).send(GET.repeat(MOST_ANSWERS));
                Peer origin = rig.accept()) {
            origin.socket().setSoTimeout(500);
            for (int i = 0; i < MOST_ANSWERS; i++) {
                try {
                    origin.readHead();
                } catch (SocketTimeoutException full) {
                    return i - 1;
                }
                origin.send(ANSWER);
            }
            throw new AssertionError("the kernel keeps more for " + client.socket() + " than the test foresees");
        }
    }

    /** The origin's end of the handshake behind so many answers that nobody reads; none if the kernel does not take them all. */
    private static Optional<Peer> switched(Rig rig, Peer client, int answers) throws IOException {
        client.send(GET.repeat(answers) + Rig.REQUEST);
        try (Peer origin = rig.accept()) {
            origin.socket().setSoTimeout(2000);
            rig.origin().setSoTimeout(2000);
            for (int i = 0; i < answers; i++) {
                origin.readHead();
                origin.send(ANSWER);
            }
            Peer switching = rig.accept();
            switching.readHead();
            return Optional.of(switching.send(LARGE_SWITCH));
        } catch (SocketTimeoutException full) {
            client.close();
            return Optional.empty();
        }
    }

    /** How much the kernel takes differs a little from one connection to the next: less is tried until it does. */
    private record HalfSwitched(Peer client, Peer origin) {
        static HalfSwitched of(Rig rig) throws IOException {
            for (int answers = answersThatFit(rig) - 2; answers > 0; answers -= 3) {
                Peer client = Peer.connectNarrow(rig.port());
                Optional<Peer> origin = switched(rig, client, answers);
                if (origin.isPresent()) {
                    return new HalfSwitched(client, origin.get());
                }
            }
            throw new AssertionError("the kernel takes nothing");
        }
    }

    private static void drain(Rig rig) {
        Rig.thread(() -> {
            try {
                rig.gateway().drain();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void stillMakesATunnelOfItThatIsToldToGo() throws Exception {
        try (Rig rig = new Rig(settings -> settings.timers(draining()))) {
            Peer kept = rig.client().send(GET);
            Peer other = rig.accept();
            other.readHead();
            other.send(Rig.head("HTTP/1.1 204 No Content", "Connection: close"));
            kept.readHead();
            HalfSwitched half = HalfSwitched.of(rig);
            drain(rig);
            assertThat(kept.seesEnd()).isTrue();
            String all = half.client().readToEnd();
            assertThat(all.substring(all.lastIndexOf("HTTP/1.1 ")))
                    .startsWith("HTTP/1.1 101 ")
                    .endsWith("x\r\n\r\n" + GOING_AWAY);
            assertThat(half.origin().readToEnd()).hasSize(8).startsWith("\u0088\u0082");
        }
    }
}
