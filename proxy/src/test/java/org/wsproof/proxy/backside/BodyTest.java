package org.wsproof.proxy.backside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wsproof.proxy.http.Fields;

final class BodyTest {
    private static Body body(int status, String... fields) throws AnswerException {
        return Body.of(new Answer(true, status, "", Fields.of(fields)), false);
    }

    /** Feeds the octets one at a time into a buffer with room for one, and gives the content. */
    private static String decode(Body body, String framed) throws AnswerException {
        StringBuilder content = new StringBuilder();
        for (byte octet : framed.getBytes(StandardCharsets.ISO_8859_1)) {
            ByteBuffer in = ByteBuffer.wrap(new byte[] {octet});
            ByteBuffer out = ByteBuffer.allocate(1);
            body.decode(in, out);
            content.append(StandardCharsets.ISO_8859_1.decode(out.flip()));
        }
        return content.toString();
    }

    @Test
    void chunksLoseTheirFraming() throws AnswerException {
        Body body = body(200, "Transfer-Encoding", "Chunked");
        assertThat(decode(body, "5\r\nhello\r\nA;x=\"y\"\r\n0123456789\r\n000\r\nTrailer: 1\r\n\r\n"))
                .isEqualTo("hello0123456789");
        assertThat(body.complete()).isTrue();
    }

    @Test
    void chunksNeedTheirLastOne() throws AnswerException {
        Body body = body(200, "Transfer-Encoding", "chunked");
        decode(body, "1\r\na\r\n0\r\n");
        assertThat(body.complete()).isFalse();
        assertThatThrownBy(body::end).isInstanceOf(AnswerException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\r\n", "\r\n", "5 \r\n", "1\r\nab", "1\na", "1\r\na\n", "FFFFFFFFFFFFFFFF\r\n", "1;\n"})
    void brokenChunksAreAnError(String framed) throws AnswerException {
        Body body = body(200, "Transfer-Encoding", "chunked");
        assertThatThrownBy(() -> decode(body, framed)).isInstanceOf(AnswerException.class);
    }

    @Test
    void aLengthIsTakenExactly() throws AnswerException {
        Body body = body(200, "Content-Length", "3", "Content-Length", "3");
        ByteBuffer in = ByteBuffer.wrap("abcd".getBytes(StandardCharsets.US_ASCII));
        ByteBuffer out = ByteBuffer.allocate(10);
        body.decode(in, out);
        assertThat(out.position()).isEqualTo(3);
        assertThat(in.remaining()).isEqualTo(1);
        assertThat(body.complete()).isTrue();
    }

    @Test
    void aLengthNotReachedIsAnError() throws AnswerException {
        Body body = body(200, "Content-Length", "3");
        decode(body, "ab");
        assertThatThrownBy(body::end).hasMessageContaining("1 octets early");
    }

    @Test
    void withoutFramingTheContentEndsWithTheConnection() throws AnswerException {
        Body body = body(200);
        assertThat(decode(body, "abc")).isEqualTo("abc");
        assertThat(body.complete()).isFalse();
        body.end();
        assertThat(body.complete()).isTrue();
    }

    @Test
    void someAnswersHaveNoContent() throws AnswerException {
        assertThat(body(204).complete()).isTrue();
        assertThat(body(304, "Content-Length", "5").complete()).isTrue();
        Answer toHead = new Answer(true, 200, "", Fields.of("Content-Length", "5"));
        assertThat(Body.of(toHead, true).complete()).isTrue();
    }

    @Test
    void ambiguousFramingIsAnError() {
        assertThatThrownBy(() -> body(200, "Content-Length", "1", "Content-Length", "2"))
                .isInstanceOf(AnswerException.class);
        assertThatThrownBy(() -> body(200, "Content-Length", "+1")).isInstanceOf(AnswerException.class);
        assertThatThrownBy(() -> body(200, "Content-Length", "")).isInstanceOf(AnswerException.class);
        assertThatThrownBy(() -> body(200, "Content-Length", "1", "Transfer-Encoding", "chunked"))
                .isInstanceOf(AnswerException.class);
        assertThatThrownBy(() -> body(200, "Transfer-Encoding", "gzip, chunked"))
                .isInstanceOf(AnswerException.class);
    }
}
