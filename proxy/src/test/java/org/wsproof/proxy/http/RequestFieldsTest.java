package org.wsproof.proxy.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wsproof.proxy.config.BacksideUrl;
import org.wsproof.proxy.config.Forwarding;
import org.wsproof.proxy.config.Forwarding.Host;
import org.wsproof.proxy.config.Forwarding.Style;

class RequestFieldsTest {
    private static final BacksideUrl BACKSIDE = new BacksideUrl(false, "origin.test", 8080);
    private static final Arrival ARRIVAL = new Arrival("192.0.2.7", false, "id-1");
    private static final Forwarding TRUSTING = new Forwarding(Host.REWRITE, Style.X_FORWARDED, "X-Client-IP", true);
    private static final Forwarding SILENT = new Forwarding(Host.PRESERVE, Style.NONE, "", false);

    @Test
    void anOpeningHandshakeGoesOnInOrderWithWhatTheGatewayAddsLast() {
        Fields sent = Fields.of(
                "host", "gateway.test:9090",
                "Upgrade", "websocket",
                "Origin", "http://a.test",
                "Connection", "keep-alive, Upgrade",
                "sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Protocol", "b, a",
                "Sec-WebSocket-Protocol", "c",
                "Cookie", "x=\u00e9; y=\"  two\"",
                "Sec-WebSocket-Version", "13");

        assertThat(tunnel(Forwarding.defaults(), sent))
                .isEqualTo(Fields.of(
                        "host", "origin.test:8080",
                        "Origin", "http://a.test",
                        "sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==",
                        "Sec-WebSocket-Protocol", "b, a",
                        "Sec-WebSocket-Protocol", "c",
                        "Cookie", "x=\u00e9; y=\"  two\"",
                        "Sec-WebSocket-Version", "13",
                        "Connection", "Upgrade",
                        "Upgrade", "websocket",
                        "Via", "1.1 wsproof",
                        "X-Forwarded-For", "192.0.2.7",
                        "X-Forwarded-Host", "gateway.test:9090",
                        "X-Forwarded-Proto", "http",
                        "X-Client-IP", "192.0.2.7",
                        "X-Global-Transaction-ID", "id-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection",
                "Keep-Alive",
                "Proxy-Connection",
                "TE",
                "Trailer",
                "Upgrade",
                "HTTP2-Settings",
                "Proxy-Authorization",
                "keep-alive"
            })
    void whatIsMeantForThisHopEndsHere(String name) {
        assertThat(plain(SILENT, Fields.of("Host", "h", name, "something", "Accept", "*/*")))
                .isEqualTo(Fields.of(
                        "Host", "h", "Accept", "*/*", "Via", "1.1 wsproof", "X-Global-Transaction-ID", "id-1"));
    }

    @Test
    void whatConnectionNamesEndsHereInAnyCaseAndOnAnyLine() {
        Fields sent = Fields.of(
                "Connection",
                "Upgrade, X-Secret",
                "x-secret",
                "1",
                "X-SECRET",
                "2",
                "X-Other",
                "3",
                "Host",
                "h",
                "connection",
                "x-other,close");

        assertThat(plain(SILENT, sent))
                .isEqualTo(Fields.of("Host", "h", "Via", "1.1 wsproof", "X-Global-Transaction-ID", "id-1"));
    }

    @Test
    void noNominationTakesAwayWhatTheGatewayAdds() {
        Fields sent = Fields.of(
                "Host", "h",
                "Connection", "Upgrade, X-Forwarded-For, X-Forwarded-Host, X-Client-IP, Via, X-Global-Transaction-ID");

        assertThat(tunnel(Forwarding.defaults(), sent).lines())
                .extracting(Field::name)
                .containsExactly(
                        "Host",
                        "Connection",
                        "Upgrade",
                        "Via",
                        "X-Forwarded-For",
                        "X-Forwarded-Host",
                        "X-Forwarded-Proto",
                        "X-Client-IP",
                        "X-Global-Transaction-ID");
    }

    @Test
    void noNominationTakesAwayWhatMakesTheMessage() {
        Fields sent = Fields.of(
                "Host", "h",
                "Sec-WebSocket-Key", "k",
                "Sec-WebSocket-Version", "13",
                "Content-Length", "0",
                "Connection", "Host, Sec-WebSocket-Key, Sec-WebSocket-Version, Content-Length");

        assertThat(plain(SILENT, sent))
                .isEqualTo(Fields.of(
                        "Host",
                        "h",
                        "Sec-WebSocket-Key",
                        "k",
                        "Sec-WebSocket-Version",
                        "13",
                        "Content-Length",
                        "0",
                        "Via",
                        "1.1 wsproof",
                        "X-Global-Transaction-ID",
                        "id-1"));
    }

    @Test
    void claimsAboutTheClientAreReplacedWhereNobodyTrustsThem() {
        Fields sent = Fields.of(
                "Host", "h",
                "X-Forwarded-For", "10.0.0.1",
                "x-forwarded-port", "443",
                "Forwarded", "for=10.0.0.1",
                "X-Real-IP", "10.0.0.1",
                "X-Client-IP", "10.0.0.1",
                "X-Global-Transaction-ID", "forged",
                "X-Forwarded-Proto", "https");

        assertThat(plain(Forwarding.defaults(), sent))
                .isEqualTo(Fields.of(
                        "Host", "origin.test:8080",
                        "Via", "1.1 wsproof",
                        "X-Forwarded-For", "192.0.2.7",
                        "X-Forwarded-Host", "h",
                        "X-Forwarded-Proto", "http",
                        "X-Client-IP", "192.0.2.7",
                        "X-Global-Transaction-ID", "id-1"));
    }

    @Test
    void trustedClaimsAreKeptAndTheAddressIsAddedToThem() {
        Fields sent = Fields.of(
                "Host", "h",
                "X-Forwarded-For", "10.0.0.1, 10.0.0.2",
                "X-Forwarded-For", "10.0.0.3",
                "Forwarded", "for=10.0.0.1",
                "X-Forwarded-Host", "first.test",
                "X-Forwarded-Proto", "https",
                "X-Client-IP", "10.0.0.1",
                "X-Global-Transaction-ID", "earlier");

        assertThat(plain(TRUSTING, sent))
                .isEqualTo(Fields.of(
                        "Host", "origin.test:8080",
                        "Forwarded", "for=10.0.0.1",
                        "X-Forwarded-Host", "first.test",
                        "X-Forwarded-Proto", "https",
                        "X-Client-IP", "10.0.0.1",
                        "X-Global-Transaction-ID", "earlier",
                        "Via", "1.1 wsproof",
                        "X-Forwarded-For", "10.0.0.1, 10.0.0.2, 10.0.0.3, 192.0.2.7"));
    }

    @Test
    void anEarlierViaStaysBeforeOurs() {
        assertThat(plain(SILENT, Fields.of("Host", "h", "Via", "1.0 fred")).values("Via"))
                .containsExactly("1.0 fred", "1.1 wsproof");
    }

    @Test
    void theHostIsPreservedOnDemand() {
        assertThat(plain(SILENT, Fields.of("Host", "h:81")).values("Host")).containsExactly("h:81");
    }

    @Test
    void anHttp10RequestWithoutHostGetsTheBacksides() {
        RequestHead head = new RequestHead("GET", "HTTP/1.0", "/", Fields.of("Accept", "*/*"));

        assertThat(new RequestFields(SILENT, BACKSIDE).forPlainHttp(head, ARRIVAL))
                .isEqualTo(Fields.of(
                        "Host",
                        "origin.test:8080",
                        "Accept",
                        "*/*",
                        "Via",
                        "1.0 wsproof",
                        "X-Global-Transaction-ID",
                        "id-1"));
    }

    @Test
    void aHostThatWasNotSentIsNotForwarded() {
        RequestHead head = new RequestHead("GET", "HTTP/1.0", "/", Fields.of());
        Fields fields = new RequestFields(Forwarding.defaults(), BACKSIDE).forPlainHttp(head, ARRIVAL);

        assertThat(fields.has("X-Forwarded-Host")).isFalse();
        assertThat(fields.has("X-Forwarded-For")).isTrue();
    }

    @Test
    void overTlsTheSchemeIsHttps() {
        RequestHead head = new RequestHead("GET", "HTTP/1.1", "/", Fields.of("Host", "h"));
        Fields fields = new RequestFields(Forwarding.defaults(), new BacksideUrl(true, "::1", 443))
                .forTunnel(head, new Arrival("2001:db8::1", true, "id-2"));

        assertThat(fields.values("X-Forwarded-Proto")).containsExactly("https");
        assertThat(fields.values("X-Forwarded-For")).containsExactly("2001:db8::1");
        assertThat(fields.values("Host")).containsExactly("[::1]");
    }

    @Test
    void aChunkedBodyStaysChunkedWhateverConnectionSays() {
        Fields sent = Fields.of("Transfer-Encoding", "Chunked", "Host", "h", "Connection", "transfer-encoding");

        assertThat(plain(SILENT, sent))
                .isEqualTo(Fields.of(
                        "Host",
                        "h",
                        "Transfer-Encoding",
                        "chunked",
                        "Via",
                        "1.1 wsproof",
                        "X-Global-Transaction-ID",
                        "id-1"));
    }

    private static Fields tunnel(Forwarding forwarding, Fields sent) {
        return new RequestFields(forwarding, BACKSIDE).forTunnel(head(sent), ARRIVAL);
    }

    private static Fields plain(Forwarding forwarding, Fields sent) {
        return new RequestFields(forwarding, BACKSIDE).forPlainHttp(head(sent), ARRIVAL);
    }

    private static RequestHead head(Fields fields) {
        return new RequestHead("GET", "HTTP/1.1", "/", fields);
    }
}
