package org.wsproof.proxy.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wsproof.proxy.config.BacksideUrl;
import org.wsproof.proxy.config.Forwarding;

/** What an authority is told of a request, and what not. */
final class QuestionFieldsTest {
    private static final Arrival ARRIVAL = new Arrival("192.0.2.7", false, "0123");
    private static final BacksideUrl AUTHORITY = new BacksideUrl(true, "api.example", 8443);

    private static Fields question(Forwarding forwarding, RequestHead head) {
        return new RequestFields(forwarding.rewritingHost(), AUTHORITY).forQuestion(head, ARRIVAL);
    }

    private static Fields question(String... namesAndValues) {
        return question(Forwarding.defaults(), new RequestHead("GET", "HTTP/1.1", "/a", Fields.of(namesAndValues)));
    }

    @Test
    void whoAsksIsToldAsSent() {
        assertThat(question(
                                "Host",
                                "front.example",
                                "Authorization",
                                "Bearer abc",
                                "Cookie",
                                "a=b",
                                "Origin",
                                "null",
                                "X-IBM-Client-Id",
                                "me")
                        .lines())
                .contains(
                        new Field("Authorization", "Bearer abc"),
                        new Field("Cookie", "a=b"),
                        new Field("Origin", "null"),
                        new Field("X-IBM-Client-Id", "me"));
    }

    @Test
    void whatForAndFromWhereIsTheGatewaysWord() {
        RequestHead head = new RequestHead(
                "POST",
                "HTTP/1.1",
                "http://front.example/a%2Fb//../c?d=%20",
                Fields.of(
                        "Host", "front.example",
                        "X-Original-URI", "/public",
                        "x-original-url", "/public",
                        "X_Original_Method", "GET",
                        "X-Rewrite-URL", "/public",
                        "X-Forwarded-For", "10.0.0.1",
                        "X-Client-IP", "10.0.0.1"));
        Fields question = question(Forwarding.defaults(), head);
        assertThat(question.values("X-Original-Method")).containsExactly("POST");
        assertThat(question.values("X-Original-URI")).containsExactly("/a%2Fb//../c?d=%20");
        assertThat(question.values("X-Client-IP")).containsExactly("192.0.2.7");
        assertThat(question.values("X-Forwarded-For")).containsExactly("192.0.2.7");
        assertThat(question.values("X-Global-Transaction-ID")).containsExactly("0123");
        assertThat(question.lines()).noneMatch(field -> field.value().equals("/public"));
        assertThat(question.has("X_Original_Method")).isFalse();
    }

    /** To what makes variables of field names both spellings are one field, and which of them counts is anybody's guess. */
    @ParameterizedTest
    @ValueSource(
            strings = {"X_Client_IP", "X_Forwarded_For", "x-forwarded_proto", "X_Real_IP", "X_Global-Transaction_ID"})
    void aClaimWrittenWithUnderscoresIsRemovedToo(String name) {
        assertThat(question("Host", "front.example", name, "10.0.0.1").lines())
                .noneMatch(field -> field.value().contains("10.0.0.1"));
    }

    @Test
    void theHostIsTheAuthoritysEvenWhereTheBacksideSeesTheClients() {
        Forwarding defaults = Forwarding.defaults();
        Forwarding preserving = new Forwarding(
                Forwarding.Host.PRESERVE, defaults.style(), defaults.clientAddressHeader(), defaults.trustForwarded());
        Fields question =
                question(preserving, new RequestHead("GET", "HTTP/1.1", "/", Fields.of("Host", "front.example")));
        assertThat(question.values("Host")).containsExactly("api.example:8443");
        assertThat(question.values("X-Forwarded-Host")).containsExactly("front.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection",
                "Upgrade",
                "X-Named",
                "TE",
                "Keep-Alive",
                "Transfer-Encoding",
                "Content-Length",
                "Content-Type",
                "Content-Encoding",
                "Expect",
                "Sec-WebSocket-Key",
                "Sec-WebSocket-Version",
                "sec-websocket-protocol",
                "Sec-WebSocket-Extensions",
                "Proxy-Authorization",
                "If-None-Match",
                "If-Modified-Since",
                "If-Range",
                "Range"
            })
    void whatMakesItAnotherMessageStaysBehind(String name) {
        Fields question = question("Host", "front.example", name, "upgrade", "Connection", "X-Named");
        assertThat(question.has(name)).isFalse();
    }
}
