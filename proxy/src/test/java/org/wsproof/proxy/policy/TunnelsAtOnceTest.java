package org.wsproof.proxy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;

/** A place is taken by each tunnel, and given back once, however it ends. */
@Timeout(30)
final class TunnelsAtOnceTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Rig rig;

    TunnelsAtOnceTest() throws IOException {
        rig = new Rig(settings -> settings.policies(Given.tunnels(1, 100)));
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    private String status(Peer client, String path) throws IOException {
        client.send(Rig.REQUEST.replace("/chat?room=1", path));
        return client.readHead().substring(9, 12);
    }

    private String status(String path) throws IOException {
        return status(rig.client(), path);
    }

    /** The gateway learns of an end a moment after the test does. */
    private Peer tunnelOnceThereIsAPlace() throws IOException {
        long due = System.nanoTime() + SOON.toNanos();
        while (System.nanoTime() < due) {
            Peer client = rig.client();
            if (status(client, "/chat").equals("101")) {
                return client;
            }
            client.close();
        }
        throw new AssertionError("no place became free");
    }

    private void requireOnePlaceFree() throws IOException {
        Peer tunnel = tunnelOnceThereIsAPlace();
        assertThat(status("/chat")).isEqualTo("503");
        tunnel.close();
        tunnelOnceThereIsAPlace().close();
    }

    @Test
    void beyondTheGatewaysNumberIs503AndTheOriginIsNotAsked() throws IOException {
        PlayedOrigin origin = PlayedOrigin.behind(rig);
        assertThat(status("/chat")).isEqualTo("101");
        assertThat(status("/chat")).isEqualTo("503");
        assertThat(status("/chat")).isEqualTo("503");
        assertThat(origin.connections()).isEqualTo(1);
    }

    @Test
    void beyondTheAddresssNumberIs429() throws IOException {
        try (Rig narrow = new Rig(settings -> settings.policies(Given.tunnels(10, 1)))) {
            PlayedOrigin origin = PlayedOrigin.behind(narrow);
            assertThat(status(narrow.client(), "/chat")).isEqualTo("101");
            assertThat(status(narrow.client(), "/chat")).isEqualTo("429");
            assertThat(origin.connections()).isEqualTo(1);
        }
    }

    @Test
    void plainRequestsTakeNoPlace() throws IOException {
        PlayedOrigin.behind(rig);
        assertThat(status("/chat")).isEqualTo("101");
        Peer plain = rig.client().send(Rig.head("GET / HTTP/1.1", "Host: a"));
        assertThat(plain.readHead()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void theClientEndsTheTunnel() throws IOException {
        PlayedOrigin.behind(rig);
        Peer tunnel = rig.client();
        assertThat(status(tunnel, "/chat")).isEqualTo("101");
        tunnel.close();
        requireOnePlaceFree();
    }

    @Test
    void theClientResetsTheTunnel() throws IOException {
        PlayedOrigin.behind(rig);
        Peer tunnel = rig.client();
        assertThat(status(tunnel, "/chat")).isEqualTo("101");
        tunnel.reset();
        requireOnePlaceFree();
    }

    @Test
    void theOriginEndsTheTunnel() throws IOException {
        PlayedOrigin origin = PlayedOrigin.behind(rig);
        Peer tunnel = rig.client();
        assertThat(status(tunnel, "/chat")).isEqualTo("101");
        origin.endFirst();
        assertThat(tunnel.seesEnd()).isTrue();
        tunnel.close();
        requireOnePlaceFree();
    }

    @Test
    void theOriginRefuses() throws IOException {
        PlayedOrigin.behind(rig);
        Peer client = rig.client();
        assertThat(status(client, "/refuse")).isEqualTo("403");
        assertThat(status(client, "/refuse")).isEqualTo("403");
        assertThat(status(client, "/chat")).isEqualTo("101");
        client.close();
        requireOnePlaceFree();
    }

    @Test
    void theOriginBreaksOff() throws IOException {
        PlayedOrigin.behind(rig);
        assertThat(status("/break")).isEqualTo("502");
        assertThat(status("/break")).isEqualTo("502");
        requireOnePlaceFree();
    }

    @Test
    void theClientLeavesBeforeTheOriginHasAnswered() throws IOException {
        Peer client = rig.client().send(Rig.REQUEST);
        Peer asked = rig.accept();
        asked.readHead();
        client.close();
        assertThat(asked.seesEnd()).isTrue();

        Peer resetting = rig.client().send(Rig.REQUEST + "early");
        Peer again = rig.accept();
        again.readHead();
        resetting.reset();
        assertThat(again.seesEnd()).isTrue();

        PlayedOrigin.behind(rig);
        requireOnePlaceFree();
    }
}
