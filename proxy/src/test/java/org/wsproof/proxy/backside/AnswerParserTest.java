package org.wsproof.proxy.backside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wsproof.proxy.http.Fields;

final class AnswerParserTest {
    private static ByteBuffer octets(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Answer parse(String text) throws AnswerException {
        return new AnswerParser(1000, 10).feed(octets(text)).orElseThrow();
    }

    @Test
    void readsStatusReasonAndFieldsInOrder() throws AnswerException {
        assertThat(parse("HTTP/1.1 404 Not here\r\nB: 1\r\na:\t2 \r\nB:3\u00e9\r\nEmpty:\r\n\r\n"))
                .isEqualTo(
                        new Answer(true, 404, "Not here", Fields.of("B", "1", "a", "2", "B", "3\u00e9", "Empty", "")));
    }

    @Test
    void takesPiecesOfAnySizeAndLeavesWhatFollows() throws AnswerException {
        String head = "HTTP/1.0 200 OK\r\nA: b\r\n\r\n";
        AnswerParser parser = new AnswerParser(1000, 10);
        for (int i = 0; i < head.length() - 1; i++) {
            assertThat(parser.feed(octets(head.substring(i, i + 1)))).isEmpty();
        }
        ByteBuffer last = octets("\nbody");
        assertThat(parser.feed(last)).contains(new Answer(false, 200, "OK", Fields.of("A", "b")));
        assertThat(last.remaining()).isEqualTo(4);
    }

    @Test
    void skipsInterimAnswersButNot101() throws AnswerException {
        String interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n";
        AnswerParser parser = new AnswerParser(1000, 10);
        Optional<Answer> answer = parser.feed(octets(interim + "HTTP/1.1 101 S\r\nUpgrade: websocket\r\n\r\n"));
        assertThat(answer).contains(new Answer(true, 101, "S", Fields.of("Upgrade", "websocket")));
        assertThat(parser.continueSeen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 \r\n\r\n", "HTTP/1.1 200\r\n\r\n"})
    void anEmptyReasonIsFineWithOrWithoutItsSpace(String text) throws AnswerException {
        assertThat(parse(text).reason()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9\r\n",
                "HTTP/2.0 200 OK\r\n",
                "HTTP/1.2 200 OK\r\n",
                "http/1.1 200 OK\r\n",
                "HTTP/1.1  200 OK\r\n",
                "HTTP/1.1 2000 OK\r\n",
                "HTTP/1.1 20x OK\r\n",
                "HTTP/1.1 099 OK\r\n",
                "HTTP/1.1 600 OK\r\n",
                "HTTP/1.1 200 OK\n",
                "\r\n",
                "HTTP/1.1 200 OK\rX",
                "HTTP/1.1 200 O\u0000K\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n",
                "HTTP/1.1 200 OK\r\n: empty\r\n",
                "HTTP/1.1 200 OK\r\nA : space\r\n",
                "HTTP/1.1 200 OK\r\n A: fold\r\n",
                "HTTP/1.1 200 OK\r\nA: b\r\n folded\r\n",
                "HTTP/1.1 200 OK\r\nA: b\u0001\r\n",
            })
    void whatIsNoAnswerIsAnError(String text) {
        AnswerParser parser = new AnswerParser(1000, 10);
        assertThatThrownBy(() -> parser.feed(octets(text))).isInstanceOf(AnswerException.class);
    }

    @Test
    void headsAreBounded() {
        AnswerParser octets = new AnswerParser(100, 10);
        assertThatThrownBy(() -> octets.feed(octets("HTTP/1.1 100 C\r\n\r\n".repeat(10))))
                .isInstanceOf(AnswerException.class)
                .hasMessageContaining("100");
        AnswerParser fields = new AnswerParser(1000, 2);
        assertThatThrownBy(() -> fields.feed(octets("HTTP/1.1 200 OK\r\nA: 1\r\nA: 2\r\nA: 3\r\n")))
                .isInstanceOf(AnswerException.class)
                .hasMessageContaining("2 fields");
    }
}
