package org.wsproof.proxy.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;

/** A gateway at work, seen from outside. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class AdminTest {
    /** A masked text frame, "hello". */
    private static final byte[] HELLO = {(byte) 0x81, (byte) 0x85, 0, 0, 0, 0, 'h', 'e', 'l', 'l', 'o'};

    private Rig rig;
    private Outside outside;

    @BeforeEach
    void start() throws IOException {
        rig = Rig.withAdmin(settings -> settings);
        outside = new Outside(rig.gateway().adminPort().orElseThrow());
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    @Test
    void aGatewayWithoutAnAdminListenerHasNone() throws IOException {
        try (Rig unseen = new Rig()) {
            assertThat(unseen.gateway().adminPort()).isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> nothingIsKeptByACache() {
        return Stream.of("/health/live", "/health/ready", "/metrics", "/tunnels", "/elsewhere")
                .map(path -> DynamicTest.dynamicTest(
                        path,
                        () -> assertThat(outside.get(path).headers().firstValue("Cache-Control"))
                                .contains("no-store")));
    }

    @Test
    void aGatewayAtWorkIsAliveAndReady() throws Exception {
        assertThat(outside.get("/health/live"))
                .returns(200, HttpResponse::statusCode)
                .returns("ok\n", HttpResponse::body);
        assertThat(outside.get("/health/ready"))
                .returns(200, HttpResponse::statusCode)
                .returns("ready\n", HttpResponse::body);
    }

    @Test
    void headIsGetWithoutItsContent() throws Exception {
        HttpResponse<String> head = outside.ask("HEAD", "/health/live");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length")).contains("3");
        assertThat(outside.ask("HEAD", "/metrics").statusCode()).isEqualTo(200);
    }

    @Test
    void nothingCanBeChangedThere() throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "PATCH")) {
            HttpResponse<String> answer = outside.ask(method, "/tunnels");
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
        }
    }

    @Test
    void whatIsNotThereIsSaidWithWhatIs() throws Exception {
        HttpResponse<String> answer = outside.get("/metrics/");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/health/live, /health/ready, /metrics, /tunnels");
    }

    @Test
    void eachMetricIsThereBeforeAnythingHasHappened() throws Exception {
        Scrape none = outside.scrape();
        for (String name : List.of("wsproof_tunnels_open", "wsproof_tunnels_opened_total")) {
            assertThat(none.value(name, "gateway=gateway")).isZero();
        }
        for (String what : List.of("octets", "frames", "messages")) {
            assertThat(none.value("wsproof_tunnel_" + what + "_total", "direction=from-client, gateway=gateway"))
                    .isZero();
            assertThat(none.value("wsproof_tunnel_" + what + "_total", "direction=from-origin, gateway=gateway"))
                    .isZero();
        }
        assertThat(none.value("wsproof_drains_total", "")).isZero();
        assertThat(none.value("wsproof_reloads_total", "outcome=taken")).isZero();
        assertThat(none.value("wsproof_reloads_total", "outcome=refused")).isZero();
        assertThat(none.value("wsproof_requests_refused_total", "gateway=gateway, reason=url-too-long"))
                .isZero();
        assertThat(none.value("process_uptime_seconds", "")).isPositive();
        assertThat(none.value("process_cpu_seconds_total", "")).isPositive();
        assertThat(none.value("process_files_open_files", "")).isPositive();
    }

    @Test
    void whatATunnelCarriesIsCountedWhileItIsOpenAndNotAgainAtItsEnd() throws Exception {
        Rig.Ends first = rig.tunnel();
        exchange(first, 3);
        Scrape open = outside.scrape();
        assertThat(open.value("wsproof_tunnels_open", "gateway=gateway")).isEqualTo(1);
        assertThat(octets(open, "from-client")).isEqualTo(3 * 11);
        assertThat(octets(open, "from-origin")).isEqualTo(3 * 7);

        exchange(first, 1);
        exchange(rig.tunnel(), 2);
        assertThat(octets(outside.scrape(), "from-client")).isEqualTo(6 * 11);

        first.client().close();
        assertThat(first.origin().seesEnd()).isTrue();
        first.origin().close();
        Scrape after = scrapeOnceOneHasEnded();
        assertThat(octets(after, "from-client")).isEqualTo(6 * 11);
        assertThat(octets(after, "from-origin")).isEqualTo(6 * 7);
        assertThat(after.value("wsproof_tunnels_open", "gateway=gateway")).isEqualTo(1);
        assertThat(after.value("wsproof_tunnels_opened_total", "gateway=gateway"))
                .isEqualTo(2);
    }

    /** A tunnel's end is told a moment after its ends have seen it. */
    private Scrape scrapeOnceOneHasEnded() throws Exception {
        Scrape scrape = outside.scrape();
        while (scrape.valueOrNone("wsproof_tunnels_ended_total", "by=client, gateway=gateway") < 1
                || scrape.value("wsproof_tunnels_open", "gateway=gateway") > 1) {
            scrape = outside.scrape();
        }
        return scrape;
    }

    private static double octets(Scrape scrape, String direction) {
        return passed(scrape, "octets", direction);
    }

    private static double passed(Scrape scrape, String what, String direction) {
        return scrape.value("wsproof_tunnel_" + what + "_total", "direction=" + direction + ", gateway=gateway");
    }

    /** So many frames of 11 octets to the origin, and each answered with one of 7: the 101 alone may come before it is counted. */
    private static void exchange(Rig.Ends tunnel, int frames) throws IOException {
        for (int i = 0; i < frames; i++) {
            tunnel.client().send(HELLO);
            tunnel.origin().readBytes(HELLO.length);
            tunnel.origin().send(new byte[] {(byte) 0x82, 5, 1, 2, 3, 4, 5});
            tunnel.client().readBytes(7);
        }
    }

    @Test
    void framesAndMessagesAreCountedWhileTheTunnelIsOpen() throws Exception {
        Rig.Ends tunnel = rig.tunnel();
        byte[] fragments = {0x01, (byte) 0x81, 0, 0, 0, 0, 'a', (byte) 0x80, (byte) 0x81, 0, 0, 0, 0, 'b'};
        tunnel.client().send(fragments);
        tunnel.origin().readBytes(fragments.length);
        exchange(tunnel, 2);

        Scrape scrape = outside.scrape();
        assertThat(passed(scrape, "frames", "from-client")).isEqualTo(4);
        assertThat(passed(scrape, "messages", "from-client")).isEqualTo(3);
        assertThat(passed(scrape, "frames", "from-origin")).isEqualTo(2);
        JsonNode one =
                new ObjectMapper().readTree(outside.get("/tunnels").body()).at("/tunnels/0");
        assertThat(one.at("/from-client/frames").asInt()).isEqualTo(4);
        assertThat(one.at("/from-client/messages").asInt()).isEqualTo(3);
    }

    @Test
    void handshakesAreTimedFromTheRequestToThe101() throws Exception {
        Peer client = rig.client().send(Rig.REQUEST);
        Peer origin = rig.accept();
        origin.readHead();
        assertThat(outside.scrape().histogram("wsproof_handshake_seconds").getSampleCount())
                .isZero();
        long asked = System.nanoTime();
        Duration wait = Duration.ofMillis(30);
        while (System.nanoTime() - asked < wait.toNanos()) {
            Thread.onSpinWait();
        }
        origin.send(Rig.SWITCH);
        client.readHead();
        exchange(new Rig.Ends(client, origin), 1);
        var handshakes = outside.scrape().histogram("wsproof_handshake_seconds");
        assertThat(handshakes.getSampleCount()).isEqualTo(1);
        assertThat(handshakes.getSampleSum()).isBetween(0.03, 10.0);
        assertThat(handshakes.getBuckets())
                .extracting(bucket -> bucket.getUpperBound())
                .contains(0.005, 0.1, 10.0);
        assertThat(handshakes.getBuckets().get(0).getCumulativeCount()).isZero();
    }

    @Test
    void refusalsAreCountedByReason() throws Exception {
        String put = Rig.head("TRACE / HTTP/1.1", "Host: a");
        for (int i = 0; i < 2; i++) {
            assertThat(rig.client().send(put).readHead()).startsWith("HTTP/1.1 405 ");
        }
        rig.origin().close();
        assertThat(rig.client().send(Rig.REQUEST).readHead()).startsWith("HTTP/1.1 502 ");
        assertThat(rig.client().send(Rig.head("GET / HTTP/1.1", "Host: a")).readHead())
                .startsWith("HTTP/1.1 502 ");

        Scrape scrape = outside.scrape();
        assertThat(refused(scrape, "method-not-allowed")).isEqualTo(2);
        assertThat(refused(scrape, "backside-unreachable")).isEqualTo(2);
        assertThat(refused(scrape, "bad-request")).isZero();
        assertThat(scrape.value("wsproof_tunnels_opened_total", "gateway=gateway"))
                .isZero();
    }

    private static double refused(Scrape scrape, String reason) {
        return scrape.value("wsproof_requests_refused_total", "gateway=gateway, reason=" + reason);
    }

    @Test
    void metricsAreOpenMetricsForWhoAcceptsThatAndTextForAllOthers() throws Exception {
        String accept = "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5";
        HttpResponse<String> open = outside.get("/metrics", "Accept", accept);
        assertThat(open.headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWith("application/openmetrics-text; version=1.0.0");
        assertThat(open.body()).endsWith("# EOF\n");

        for (String other : List.of("*/*", "application/json", protobuf())) {
            HttpResponse<String> text = outside.get("/metrics", "Accept", other);
            assertThat(text.headers().firstValue("Content-Type"))
                    .get()
                    .asString()
                    .startsWith("text/plain; version=0.0.4");
            Scrape.of(text.body());
        }
    }

    private static String protobuf() {
        return "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited";
    }

    @Test
    void openTunnelsAreListedTheOldestFirst() throws Exception {
        Rig.Ends first = rig.tunnel();
        exchange(first, 2);
        exchange(rig.tunnel(), 1);
        HttpResponse<String> answer = outside.get("/tunnels");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode all = new ObjectMapper().readTree(answer.body());
        assertThat(all.get("total").asInt()).isEqualTo(2);
        assertThat(all.get("tunnels"))
                .extracting(each -> each.get("id").asInt())
                .containsExactly(1, 2);
        JsonNode one = all.get("tunnels").get(0);
        assertThat(one.get("gateway").asText()).isEqualTo("gateway");
        assertThat(one.get("client").asText())
                .isEqualTo("127.0.0.1:" + first.client().socket().getLocalPort());
        assertThat(one.get("origin").asText())
                .isEqualTo("127.0.0.1:" + rig.origin().getLocalPort());
        assertThat(one.get("seconds").asDouble()).isBetween(0.0, 30.0);
        assertThat(one.at("/from-client/octets").asInt()).isEqualTo(22);
        assertThat(one.at("/from-origin/octets").asInt()).isEqualTo(14);

        JsonNode limited =
                new ObjectMapper().readTree(outside.get("/tunnels?limit=1").body());
        assertThat(limited.get("total").asInt()).isEqualTo(2);
        assertThat(limited.get("tunnels")).hasSize(1);
        for (String wrong : List.of("limit=", "limit=-1", "limit=100001", "limits=1", "limit=1&limit=2")) {
            assertThat(outside.get("/tunnels?" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }
}
