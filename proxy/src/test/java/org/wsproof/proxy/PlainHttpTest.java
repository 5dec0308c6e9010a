package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.config.Timers;

@Timeout(30)
final class PlainHttpTest {
    private static final String GET = Rig.head("GET /page?q=%2F HTTP/1.1", "Host: front.example");

    private Rig rig;

    @BeforeEach
    void start() throws Exception {
        rig = new Rig(settings -> settings.timers(new Timers(
                Duration.ofSeconds(10),
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ZERO)));
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void getGoesThroughWithItsBody() throws Exception {
        Peer client = rig.client().send(GET);
        Peer origin = rig.accept();
        assertThat(origin.readHead())
                .startsWith("GET /page?q=%2F HTTP/1.1\r\n")
                .contains("Host: 127.0.0.1:" + rig.origin().getLocalPort() + "\r\n", "X-Client-IP: 127.0.0.1\r\n");

        origin.send(Rig.head("HTTP/1.1 200 Fine", "Content-Length: 5", "X-A: 1") + "hello");

        assertThat(client.readHead()).startsWith("HTTP/1.1 200 Fine\r\n").contains("X-A: 1\r\n");
        assertThat(client.read(5)).isEqualTo("hello");
    }

    @Test
    void aConnectionIsUsedAgainOnBothSides() throws Exception {
        Peer client = rig.client().send(GET);
        Peer origin = rig.accept();
        for (int i = 0; i < 3; i++) {
            origin.readHead();
            origin.send(Rig.head("HTTP/1.1 200 OK", "Content-Length: 1") + i);
            client.readHead();
            assertThat(client.read(1)).isEqualTo(Integer.toString(i));
            client.send(GET);
        }
    }

    @Test
    void aConnectionThatTheOriginClosedMeanwhileCostsNoRequest() throws Exception {
        Peer client = rig.client().send(GET);
        Peer first = rig.accept();
        first.readHead();
        first.send(Rig.head("HTTP/1.1 200 OK", "Content-Length: 0"));
        client.readHead();

        client.send(GET);
        first.readHead();
        first.close();

        Peer second = rig.accept();
        second.readHead();
        second.send(Rig.head("HTTP/1.1 200 OK", "Content-Length: 2") + "ok");
        client.readHead();
        assertThat(client.read(2)).isEqualTo("ok");
    }

    @Test
    void aRequestBodyReachesTheOrigin() throws Exception {
        Peer client = rig.client()
                .send(Rig.head("POST /form HTTP/1.1", "Host: front.example", "Content-Length: 5") + "hello");
        Peer origin = rig.accept();
        assertThat(origin.readHead()).contains("Content-Length: 5\r\n");
        assertThat(origin.read(5)).isEqualTo("hello");
        origin.send(Rig.head("HTTP/1.1 204 No Content"));
        assertThat(client.readHead()).startsWith("HTTP/1.1 204 ");
    }

    @Test
    void aChunkedRequestBodyReachesTheOriginInChunks() throws Exception {
        Peer client = rig.client()
                .send(Rig.head("POST /form HTTP/1.1", "Host: front.example", "Transfer-Encoding: chunked")
                        + "5\r\nhello\r\n0\r\n\r\n");
        Peer origin = rig.accept();
        assertThat(origin.readHead()).contains("Transfer-Encoding: chunked\r\n").doesNotContain("Content-Length");
        assertThat(origin.read(16)).isEqualTo("0005\r\nhello\r\n0\r\n");
        origin.send(Rig.head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked") + "2\r\nok\r\n0\r\n\r\n");
        assertThat(client.readHead()).contains("ransfer-").contains("chunked");
        assertThat(client.readChunks()).isEqualTo("ok");
    }

    @Test
    void theOriginsContinueReachesAClientThatWaitsForIt() throws Exception {
        Peer client = rig.client()
                .send(Rig.head(
                        "POST /form HTTP/1.1", "Host: front.example", "Content-Length: 2", "Expect: 100-continue"));
        Peer origin = rig.accept();
        origin.readHead();
        origin.send(Rig.head("HTTP/1.1 100 Continue"));
        assertThat(client.readHead()).startsWith("HTTP/1.1 100 ");
        client.send("ab");
        assertThat(origin.read(2)).isEqualTo("ab");
        origin.send(Rig.head("HTTP/1.1 200 OK", "Content-Length: 0"));
        assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aSwitchThatNobodyAskedForBecomes502() throws Exception {
        Peer client = rig.client().send(GET);
        Peer origin = rig.accept();
        origin.readHead();
        origin.send(Rig.SWITCH);

        assertThat(client.readHead()).startsWith("HTTP/1.1 502 ").doesNotContain("Upgrade", "Sec-WebSocket");
        assertThat(origin.seesEnd()).isTrue();
    }

    @Test
    void headIsAnsweredWithoutABody() throws Exception {
        rig.close();
        rig = new Rig(settings -> settings.allowed(
                new org.wsproof.proxy.config.AllowedFeatures(java.util.Set.of("GET", "HEAD"), true, true, true)));
        Peer client = rig.client().send(Rig.head("HEAD / HTTP/1.1", "Host: a"));
        Peer origin = rig.accept();
        origin.readHead();
        origin.send(Rig.head("HTTP/1.1 200 OK", "Content-Length: 5"));
        assertThat(client.readHead()).contains("ontent-").contains("5\r\n");
        client.send(Rig.head("HEAD / HTTP/1.1", "Host: a"));
        assertThat(origin.readHead()).startsWith("HEAD / ");
    }

    private Peer head(String... answer) throws Exception {
        rig.close();
        rig = new Rig(settings -> settings.allowed(
                new org.wsproof.proxy.config.AllowedFeatures(java.util.Set.of("GET", "HEAD"), true, true, true)));
        Peer client = rig.client().send(Rig.head("HEAD / HTTP/1.1", "Host: a"));
        Peer origin = rig.accept();
        origin.readHead();
        origin.send(Rig.head(answer));
        return client;
    }

    @Test
    void anAnswerToHeadThatIsUnframedStaysSo() throws Exception {
        assertThat(head("HTTP/1.1 200 OK", "X-A: 1").readHead().toLowerCase(java.util.Locale.ROOT))
                .startsWith("http/1.1 200 ")
                .doesNotContain("transfer-encoding", "content-length");
    }

    @Test
    void aLengthThatIsNoneIs502ForHeadToo() throws Exception {
        assertThat(head("HTTP/1.1 200 OK", "Content-Length: 99999999999999999999")
                        .readHead())
                .startsWith("HTTP/1.1 502 ");
    }

    @Test
    void headsFarBeyondTheLimitsGetOurAnswer() throws Exception {
        String large = "x".repeat(500_000);
        assertThat(rig.client()
                        .send(Rig.head("GET /" + large + " HTTP/1.1", "Host: a"))
                        .readHead())
                .startsWith("HTTP/1.1 414 ");
        assertThat(rig.client()
                        .send(Rig.head("GET / HTTP/1.1", "Host: a", "X: " + large))
                        .readHead())
                .startsWith("HTTP/1.1 431 ");
        String many = java.util.stream.IntStream.range(0, 1500)
                .mapToObj(i -> "\r\nX" + i + ": y")
                .collect(java.util.stream.Collectors.joining());
        assertThat(rig.client()
                        .send(Rig.head("GET / HTTP/1.1", "Host: a" + many))
                        .readHead())
                .startsWith("HTTP/1.1 431 ");
    }

    @Test
    void aLengthSaidTwiceGoesOutOnce() throws Exception {
        Peer client = rig.client().send(GET);
        Peer origin = rig.accept();
        origin.readHead();
        origin.send(Rig.head("HTTP/1.1 200 OK", "Content-Length: 2, 2", "content-length: 2") + "ok");
        assertThat(client.readHead()).containsOnlyOnce("ength: ").contains("Content-Length: 2\r\n");
        assertThat(client.read(2)).isEqualTo("ok");
    }

    @Test
    void twoClientsAtOnceGetAConnectionEach() throws Exception {
        Peer first = rig.client().send(GET);
        Peer firstOrigin = rig.accept();
        firstOrigin.readHead();
        Peer second = rig.client().send(GET);
        Peer secondOrigin = rig.accept();
        secondOrigin.readHead();
        secondOrigin.send(Rig.head("HTTP/1.1 200 OK", "Content-Length: 1") + "2");
        firstOrigin.send(Rig.head("HTTP/1.1 200 OK", "Content-Length: 1") + "1");
        first.readHead();
        second.readHead();
        assertThat(first.read(1) + second.read(1)).isEqualTo("12");
    }

    @Test
    void largeBodiesPassBothWays() throws Exception {
        byte[] octets = new byte[3_000_000];
        new java.util.Random(5).nextBytes(octets);
        Peer client = rig.client();
        client.send(Rig.head("POST / HTTP/1.1", "Host: a", "Content-Length: " + octets.length));
        CompletableFuture<Void> request = sending(client, octets);
        Peer origin = rig.accept();
        origin.readHead();
        assertThat(origin.readBytes(octets.length)).isEqualTo(octets);
        request.get();

        origin.send(Rig.head("HTTP/1.1 200 OK", "Content-Length: " + octets.length));
        CompletableFuture<Void> answer = sending(origin, octets);
        client.readHead();
        assertThat(client.readBytes(octets.length)).isEqualTo(octets);
        answer.get();
    }

    private static CompletableFuture<Void> sending(Peer peer, byte[] octets) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        peer.send(octets);
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                },
                Rig::thread);
    }

    @Test
    void aSilentOriginIs504() throws Exception {
        Peer client = rig.client().send(GET);
        Peer origin = rig.accept();
        origin.readHead();
        assertThat(client.readHead()).startsWith("HTTP/1.1 504 ");
        assertThat(origin.seesEnd()).isTrue();
    }

    @Test
    void anUploadThatMovesOnIsNotGivenUpHoweverSlow() throws Exception {
        Peer client = rig.client().send(Rig.head("POST /form HTTP/1.1", "Host: a", "Content-Length: 12"));
        Peer origin = rig.accept();
        origin.readHead();
        for (int i = 0; i < 12; i++) {
            client.send("x");
            assertThat(origin.read(1)).isEqualTo("x");
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        origin.send(Rig.head("HTTP/1.1 204 No Content"));
        assertThat(client.readHead()).startsWith("HTTP/1.1 204 ");
    }

    @Test
    void anUploadThatStandsStillIs504() throws Exception {
        Peer client = rig.client().send(Rig.head("POST /form HTTP/1.1", "Host: a", "Content-Length: 2") + "x");
        Peer origin = rig.accept();
        origin.readHead();
        assertThat(client.readHead()).startsWith("HTTP/1.1 504 ");
        assertThat(origin.read(1)).isEqualTo("x");
        assertThat(origin.seesEnd()).isTrue();
    }

    @Test
    void aRefusedMethodNeverReachesTheOrigin() throws Exception {
        Peer client = rig.client().send(Rig.head("DELETE / HTTP/1.1", "Host: a"));
        assertThat(client.readHead()).startsWith("HTTP/1.1 405 ").contains("Allow: ");
    }
}
