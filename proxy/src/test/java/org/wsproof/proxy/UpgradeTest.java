package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wsproof.proxy.config.Timers;

/** The opening handshake on both legs. */
@Timeout(30)
final class UpgradeTest {
    private static final String OK = Rig.head("HTTP/1.1 200 OK", "Content-Length: 2") + "ok";

    private Rig rig;

    @BeforeEach
    void start() throws IOException {
        rig = new Rig(settings -> settings.timers(new Timers(
                Duration.ofSeconds(10),
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ZERO)));
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    private Peer asked(Peer client, String request) throws IOException {
        client.send(request);
        Peer origin = rig.accept();
        origin.readHead();
        return origin;
    }

    private void requireTunnel(Peer client, Peer origin) throws IOException {
        client.send("to-origin");
        assertThat(origin.read(9)).isEqualTo("to-origin");
        origin.send("to-client");
        assertThat(client.read(9)).isEqualTo("to-client");
    }

    @Test
    void theOriginSeesOneCleanGet() throws IOException {
        rig.client().send(Rig.REQUEST);
        String head = rig.accept().readHead();
        assertThat(head)
                .startsWith("GET /chat?room=1 HTTP/1.1\r\n")
                .contains("Upgrade: websocket\r\n", "Connection: Upgrade\r\n", "Sec-WebSocket-Key: " + Rig.KEY + "\r\n")
                .contains("Via: 1.1 ", "Sec-WebSocket-Version: 13\r\n")
                .containsOnlyOnce("\r\nHost: ");
    }

    @Test
    void theClientGetsTheOriginsFieldsInTheirOrder() throws IOException {
        Peer client = rig.client();
        Peer origin = asked(client, Rig.REQUEST);
        origin.send(Rig.head(
                "HTTP/1.1 101 Whatever",
                "X-B: 1",
                "upgrade: WebSocket",
                "connection: keep-alive, upgrade, X-Secret",
                "X-Secret: s",
                "Sec-WebSocket-Extensions: permessage-deflate",
                "x-a: 2",
                "X-B: 3"));
        assertThat(client.readHead())
                .startsWith("HTTP/1.1 101 Switching Protocols\r\n")
                .containsOnlyOnce("Upgrade: ")
                .endsWith("X-B: 1\r\nSec-WebSocket-Extensions: permessage-deflate\r\nx-a: 2\r\nX-B: 3\r\n\r\n")
                .doesNotContain("Secret");
    }

    @Test
    void octetsGluedToTheRequestArriveOnceAndNotBeforeTheSwitch() throws IOException {
        Peer client = rig.client();
        Peer origin = asked(client, Rig.REQUEST + "early");
        client.send("-later");
        origin.send(Rig.head("HTTP/1.1 103 Early Hints", "Link: </a>"));
        assertThat(origin.socket().getInputStream().available()).isZero();
        origin.send(Rig.SWITCH);
        client.readHead();
        assertThat(origin.read(11)).isEqualTo("early-later");
        requireTunnel(client, origin);
    }

    @Test
    void octetsGluedToTheSwitchArriveOnce() throws IOException {
        Peer client = rig.client();
        asked(client, Rig.REQUEST).send(Rig.SWITCH + "first").send("second");
        assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
        assertThat(client.read(11)).isEqualTo("firstsecond");
    }

    @Test
    void manyOctetsBeforeTheSwitchArriveInOrder() throws Exception {
        byte[] early = new byte[1024 * 1024];
        new java.util.Random(7).nextBytes(early);
        Peer client = rig.client();
        Peer origin = asked(client, Rig.REQUEST);
        Thread sender = new Thread(() -> {
            try {
                client.send(early);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        sender.start();
        origin.send(Rig.SWITCH);
        client.readHead();
        assertThat(origin.readBytes(early.length)).isEqualTo(early);
        sender.join();
    }

    @Test
    void aSwitchInPiecesWorks() throws IOException {
        Peer client = rig.client();
        Peer origin = asked(client, Rig.REQUEST);
        for (byte octet : Rig.SWITCH.getBytes(java.nio.charset.StandardCharsets.US_ASCII)) {
            origin.send(new byte[] {octet});
        }
        assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
        requireTunnel(client, origin);
    }

    @Test
    void interimAnswersAreSkipped() throws IOException {
        Peer client = rig.client();
        Peer origin = asked(client, Rig.REQUEST);
        origin.send(
                Rig.head("HTTP/1.1 100 Continue") + Rig.head("HTTP/1.1 103 Early Hints", "Link: </a>") + Rig.SWITCH);
        assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
        requireTunnel(client, origin);
    }

    @Test
    void anExpectedContinueComesBeforeTheSwitch() throws IOException {
        Peer client = rig.client();
        Peer origin = asked(client, Rig.REQUEST.replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n"));
        origin.send(Rig.head("HTTP/1.1 100 Continue") + Rig.SWITCH);
        assertThat(client.readHead()).startsWith("HTTP/1.1 100 ");
        assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
        requireTunnel(client, origin);
    }

    @Test
    void aRefusalIsRelayedAndTheConnectionGoesOn() throws IOException {
        Peer client = rig.client();
        Peer origin = asked(client, Rig.REQUEST + Rig.head("GET /next HTTP/1.1", "Host: a"));
        origin.send(Rig.head("HTTP/1.1 403 No", "X-Why: because", "Content-Length: 4") + "stop");
        assertThat(client.readHead()).startsWith("HTTP/1.1 403 No\r\n").contains("X-Why: because\r\n");
        assertThat(client.read(4)).isEqualTo("stop");
        assertThat(origin.seesEnd()).isTrue();

        Peer next = rig.accept();
        assertThat(next.readHead()).startsWith("GET /next HTTP/1.1\r\n");
        next.send(OK);
        client.readHead();
        assertThat(client.read(2)).isEqualTo("ok");

        Peer again = asked(client, Rig.REQUEST);
        again.send(Rig.SWITCH);
        assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
        requireTunnel(client, again);
    }

    @Test
    void aRefusalInChunksOrToTheEndIsRelayedWhole() throws IOException {
        Peer client = rig.client();
        asked(client, Rig.REQUEST)
                .send(Rig.head("HTTP/1.1 404 No", "Transfer-Encoding: chunked") + "3;x=y\r\nabc\r\n0\r\nT: 1\r\n\r\n");
        assertThat(client.readHead()).startsWith("HTTP/1.1 404 ");
        assertThat(client.readChunks()).isEqualTo("abc");

        Peer origin = asked(client, Rig.REQUEST);
        origin.send(Rig.head("HTTP/1.1 503 No") + "to the end").finish();
        assertThat(client.readHead()).startsWith("HTTP/1.1 503 ");
        assertThat(client.readChunks()).isEqualTo("to the end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 101 S|Connection: Upgrade",
                "HTTP/1.1 101 S|Connection: Upgrade|Upgrade: foo",
                "HTTP/1.1 101 S|Upgrade: websocket",
                "HTTP/1.0 101 S|Connection: Upgrade|Upgrade: websocket",
                "HTTP/1.1 101 S|Connection: Upgrade|Upgrade: websocket|Content-Length: 5",
                "HTTP/1.1 101 S|Connection: Upgrade|Upgrade: websocket|Transfer-Encoding: chunked",
                "HTTP/1.1 200 OK|Content-Length: 5|Content-Length: 6",
                "HTTP/1.1 200 OK|Transfer-Encoding: xchunked",
                "SSH-2.0-OpenSSH",
            })
    void anAnswerThatIsNotValidIs502(String answer) throws IOException {
        Peer client = rig.client();
        Peer origin = asked(client, Rig.REQUEST);
        origin.send(Rig.head(answer.split("\\|", -1)));
        assertThat(client.readHead()).startsWith("HTTP/1.1 502 ").doesNotContain("Upgrade");
        assertThat(origin.seesEnd()).isTrue();
    }

    @Test
    void anOriginThatClosesUnansweredIs502() throws IOException {
        Peer client = rig.client();
        asked(client, Rig.REQUEST).close();
        assertThat(client.readHead()).startsWith("HTTP/1.1 502 ");
    }

    @Test
    void aBacksideThatIsDownIs502AtOnce() throws IOException {
        rig.origin().close();
        long start = System.nanoTime();
        assertThat(rig.client().send(Rig.REQUEST).readHead()).startsWith("HTTP/1.1 502 ");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aSilentOriginIs504() throws IOException {
        Peer client = rig.client();
        Peer origin = asked(client, Rig.REQUEST);
        assertThat(client.readHead()).startsWith("HTTP/1.1 504 ");
        assertThat(origin.seesEnd()).isTrue();
    }

    @Test
    void theHandshakeTimerSparesTheTunnel() throws IOException {
        Rig.Ends ends = rig.tunnel();
        ends.client().socket().setSoTimeout(800);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> ends.client().seesEnd())
                .isInstanceOf(java.net.SocketTimeoutException.class);
        ends.client().socket().setSoTimeout(10_000);
        requireTunnel(ends.client(), ends.origin());
    }

    @Test
    void aClientThatLeavesBeforeTheSwitchEndsTheBackside() throws IOException {
        Peer closing = rig.client();
        Peer origin = asked(closing, Rig.REQUEST);
        closing.close();
        assertThat(origin.seesEnd()).isTrue();

        Peer resetting = rig.client();
        Peer other = asked(resetting, Rig.REQUEST + "early");
        resetting.reset();
        assertThat(other.seesEnd()).isTrue();
    }

    @Test
    void http10IsNoUpgrade() throws IOException {
        Peer client = rig.client().send(Rig.REQUEST.replace("HTTP/1.1", "HTTP/1.0"));
        Peer origin = rig.accept();
        assertThat(origin.readHead()).doesNotContain("Upgrade");
        origin.send(OK);
        assertThat(client.readToEnd())
                .startsWith("HTTP/1.")
                .contains(" 200 OK\r\n")
                .endsWith("ok");
    }

    @Test
    void aConnectionLineWithCloseBeforeOneWithUpgradeStillMakesATunnel() throws IOException {
        Peer client = rig.client();
        Peer origin =
                asked(client, Rig.REQUEST.replace("Connection: Upgrade", "Connection: close\r\nConnection: Upgrade"));
        origin.send(Rig.SWITCH);
        assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
        requireTunnel(client, origin);
    }

    @Test
    void aVersionOtherThan13IsRefusedAndNeverReachesTheOrigin() throws IOException {
        Peer client = rig.client().send(Rig.REQUEST.replace("Version: 13", "Version: 1777"));
        assertThat(client.readHead())
                .startsWith("HTTP/1.1 426 ")
                .contains("Sec-WebSocket-Version: 13\r\n", "Upgrade: websocket\r\n")
                .containsIgnoringCase("Connection: close, Upgrade\r\n");
        assertThat(client.readToEnd()).endsWith("is 13.\n");
        Peer fence = rig.client();
        assertThat(asked(fence, Rig.REQUEST).send(Rig.SWITCH)).isNotNull();
        assertThat(fence.readHead()).startsWith("HTTP/1.1 101 ");
    }
}
