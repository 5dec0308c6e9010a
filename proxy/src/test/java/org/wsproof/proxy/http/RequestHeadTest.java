package org.wsproof.proxy.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestHeadTest {
    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource({
        "GET, /chat, /chat",
        "GET, //a/%2F/../b;c?x=%3F&y=http://z/, //a/%2F/../b;c?x=%3F&y=http://z/",
        "GET, /?, /?",
        "GET, http://h:80/a?b=c, /a?b=c",
        "GET, HTTPS://h, /",
        "GET, http://h?b, /?b",
        "GET, http://h/?u=http://i/j, /?u=http://i/j",
        "OPTIONS, *, *",
        "OPTIONS, http://h, *",
        "OPTIONS, http://h/, /",
    })
    void theOriginFormIsTheTargetWithoutSchemeAndAuthority(String method, String target, String expected) {
        assertThat(new RequestHead(method, "HTTP/1.1", target, Fields.of()).originForm())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "Connection: {0}, Upgrade: {1} -> {2}")
    @CsvSource({
        "Upgrade, websocket, true",
        "upgrade, WebSocket, true",
        "'keep-alive, Upgrade', websocket, true",
        "'keep-alive ,\tUPGRADE,', 'h2c, WEBSOCKET', true",
        "keep-alive, websocket, false",
        "Upgrade, h2c, false",
        "Upgrade, websocket/13, false",
        "Upgrades, websocket, false",
        "Upgrade, xwebsocket, false",
    })
    void bothFieldsMustAskForAWebSocket(String connection, String upgrade, boolean asked) {
        assertThat(head("Connection", connection, "Upgrade", upgrade).asksForWebSocket())
                .isEqualTo(asked);
    }

    @Test
    void aListMayStandOnSeveralLines() {
        assertThat(head("connection", "keep-alive", "UPGRADE", "websocket", "Connection", "Upgrade")
                        .asksForWebSocket())
                .isTrue();
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource({
        "Content-Length, 0, false",
        "Content-Length, 00, false",
        "Content-Length, 5, true",
        "content-length, nonsense, true",
        "Transfer-Encoding, chunked, true",
        "Content-Type, text/plain, false",
    })
    void aBodyIsAnnouncedByEitherFramingField(String name, String value, boolean body) {
        assertThat(head(name, value).hasBody()).isEqualTo(body);
    }

    private static RequestHead head(String... fields) {
        return new RequestHead("GET", "HTTP/1.1", "/", Fields.of(fields));
    }
}
