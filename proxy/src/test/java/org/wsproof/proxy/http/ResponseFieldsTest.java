package org.wsproof.proxy.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResponseFieldsTest {
    @Test
    void a101KeepsAllButWhatIsForThisHopAndSaysUpgradeOnce() {
        Fields origins = Fields.of(
                "Server", "o",
                "upgrade", "WebSocket",
                "Connection", "upgrade, keep-alive, X-Int",
                "X-Int", "1",
                "Keep-Alive", "timeout=5",
                "Set-Cookie", "a=1",
                "sec-websocket-accept", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
                "Content-Length", "0",
                "Transfer-Encoding", "chunked",
                "Set-Cookie", "b=\u00fc  2",
                "Sec-WebSocket-Extensions", "permessage-deflate; server_no_context_takeover",
                "Date", "Thu, 01 Jan 1970 00:00:00 GMT");

        assertThat(ResponseFields.forSwitch(origins))
                .isEqualTo(Fields.of(
                        "Connection", "Upgrade",
                        "Upgrade", "websocket",
                        "Server", "o",
                        "Set-Cookie", "a=1",
                        "sec-websocket-accept", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
                        "Set-Cookie", "b=\u00fc  2",
                        "Sec-WebSocket-Extensions", "permessage-deflate; server_no_context_takeover",
                        "Date", "Thu, 01 Jan 1970 00:00:00 GMT"));
    }

    @Test
    void noNominationTakesTheAcceptOutOfA101() {
        Fields origins = Fields.of("Connection", "Upgrade, Sec-WebSocket-Accept", "Sec-WebSocket-Accept", "x");

        assertThat(ResponseFields.forSwitch(origins).values("Sec-WebSocket-Accept"))
                .containsExactly("x");
    }

    @Test
    void anotherAnswerKeepsItsFieldsAndItsLength() {
        Fields origins = Fields.of(
                "Connection", "close, X-Int, Content-Length",
                "X-Int", "1",
                "Upgrade", "h2,h2c",
                "Transfer-Encoding", "chunked",
                "Trailer", "X-Sum",
                "WWW-Authenticate", "Basic",
                "Content-Length", "5",
                "Proxy-Authenticate", "Basic");

        assertThat(ResponseFields.forAnswer(401, origins))
                .isEqualTo(
                        Fields.of("WWW-Authenticate", "Basic", "Content-Length", "5", "Proxy-Authenticate", "Basic"));
    }

    @Test
    void a426StillSaysWhatToUpgradeTo() {
        Fields origins = Fields.of(
                "Upgrade", "websocket", "Connection", "Upgrade, close", "Sec-WebSocket-Version", "13", "Upgrade", "x");

        assertThat(ResponseFields.forAnswer(426, origins))
                .isEqualTo(
                        Fields.of("Sec-WebSocket-Version", "13", "Connection", "Upgrade", "Upgrade", "websocket, x"));
    }

    @Test
    void a426ThatNamesNothingIsGivenNothing() {
        assertThat(ResponseFields.forAnswer(426, Fields.of("Server", "o"))).isEqualTo(Fields.of("Server", "o"));
    }
}
