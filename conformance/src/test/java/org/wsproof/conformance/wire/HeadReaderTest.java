package org.wsproof.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.wire.Head.Field;

final class HeadReaderTest {
    private final HeadReader reader = new HeadReader();

    /** Takes octets until the head is complete; the number taken, or -1 if it never was. */
    private int take(String latin1) {
        byte[] octets = latin1.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < octets.length; i++) {
            if (reader.take(octets[i])) {
                return i + 1;
            }
        }
        return -1;
    }

    @Test
    void theHeadEndsWithItsEmptyLineAndNoOctetLater() {
        assertThat(take("GET / HTTP/1.1\r\nHost: a\r\n\r\nbehind")).isEqualTo(27);
        assertThat(reader.head()).contains(new Head("GET / HTTP/1.1", List.of(new Field("Host", "a"))));
    }

    @Test
    void emptyLinesBeforeTheFirstLineArePassedOver() {
        assertThat(take("\r\n\r\nGET / HTTP/1.1\r\n\r\n")).isEqualTo(22);
        assertThat(reader.head().map(Head::startLine)).contains("GET / HTTP/1.1");
    }

    @Test
    void linesMayEndWithoutCr() {
        assertThat(take("HTTP/1.1 200 OK\nA: 1\n\n")).isEqualTo(22);
        assertThat(reader.head().map(head -> head.values("a"))).contains(List.of("1"));
    }

    @Test
    void anUnfinishedHeadIsNotComplete() {
        assertThat(take("GET / HTTP/1.1\r\nHost: a\r\n")).isEqualTo(-1);
        assertThat(reader.size()).isEqualTo(25);
        assertThat(reader.raw()).endsWith("Host: a\r\n");
    }

    @Test
    void fieldsStayInOrderWithTheirSpellingAndLoseOnlySpaceAroundTheValue() {
        take("HTTP/1.1 200 OK\r\nB:  two  words \r\na:\r\nB: 3\r\nno colon\r\n\r\n");
        assertThat(reader.head().orElseThrow().fields())
                .containsExactly(
                        new Field("B", "two  words"),
                        new Field("a", ""),
                        new Field("B", "3"),
                        new Field("no colon", ""));
    }

    @Test
    void octetsAbove127AreKept() {
        take("GET /\u00e4 HTTP/1.1\r\nX: \u00ff\r\n\r\n");
        Head head = reader.head().orElseThrow();
        assertThat(head.word(1)).isEqualTo("/\u00e4");
        assertThat(head.joined("X")).isEqualTo("\u00ff");
    }

    @Test
    void whatIsNoHttpHasNoHead() {
        take("SSH-2.0-x\r\n\r\n");
        assertThat(reader.head()).isEqualTo(Optional.empty());
    }

    @Test
    void theReaderStartsAnewBehindAHead() {
        take("HTTP/1.1 103 Early Hints\r\nA: 1\r\n\r\n");
        assertThat(reader.head().map(Head::interim)).contains(true);
        assertThat(reader.size()).isZero();
        take("HTTP/1.1 101 Switching Protocols\r\nB: 2\r\n\r\n");
        Head second = reader.head().orElseThrow();
        assertThat(second.status()).isEqualTo(101);
        assertThat(second.values("A")).isEmpty();
    }
}
