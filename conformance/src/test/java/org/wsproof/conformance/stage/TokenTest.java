package org.wsproof.conformance.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wsproof.conformance.wire.HeadReader;

class TokenTest {
    private static final Token.Owner OWNER = new Token.Owner(17, "n/3");

    @ParameterizedTest
    @EnumSource(Token.class)
    void whatIsWrittenIsFoundAgain(Token token) {
        String request = "GET " + token.target("/chat?room=1", "run1", OWNER) + " HTTP/1.1\r\n"
                + token.fieldLine("run1", OWNER) + "\r\n";
        assertThat(Token.owner("run1", HeadReader.all(request).get(0))).contains(OWNER);
    }

    @Test
    void anotherRunsRequestIsNobodys() {
        String request = "GET " + Token.QUERY.target("/", "run1", OWNER) + " HTTP/1.1\r\n\r\n";
        assertThat(Token.owner("run2", HeadReader.all(request).get(0))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /auth HTTP/1.1\r\nX-Original-URI: /chat?wsproof=run1.17.n~3\r\n\r\n",
                "GET /auth HTTP/1.1\r\nX-Original-URL: http://h/chat?wsproof=run1.17.n~3\r\n\r\n",
                "GET /auth HTTP/1.1\r\nX-Forwarded-Uri: /chat/wsproof-run1.17.n~3\r\n\r\n",
                "GET /auth?uri=%2Fchat%3Fwsproof%3Drun1.17.n~3 HTTP/1.1\r\n\r\n",
                "GET /auth HTTP/1.1\r\nWsproof: wsproof=run1.17.n~3\r\n\r\n"
            })
    void anAuthorityFindsItInWhatItIsTold(String question) {
        assertThat(Token.owner("run1", HeadReader.all(question).get(0))).contains(OWNER);
    }

    @Test
    void theUrlsOwnPathAndQueryStay() {
        assertThat(Token.QUERY.target("/chat", "r", OWNER)).isEqualTo("/chat?wsproof=r.17.n~3");
        assertThat(Token.QUERY.target("/chat?a=b", "r", OWNER)).isEqualTo("/chat?a=b&wsproof=r.17.n~3");
        assertThat(Token.PATH.target("/chat/?a=b", "r", OWNER)).isEqualTo("/chat/wsproof-r.17.n~3?a=b");
        assertThat(Token.HEADER.target("/chat", "r", OWNER)).isEqualTo("/chat");
    }
}
