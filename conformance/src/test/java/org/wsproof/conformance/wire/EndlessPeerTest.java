package org.wsproof.conformance.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A target that does not end what it began does not fill the kit's memory, nor its time. */
@Timeout(30)
class EndlessPeerTest implements HttpReader.Listener {
    private static final int LARGE = 8 << 20;

    private final List<String> heard = new ArrayList<>();

    private static void take(HttpReader reader, String text) {
        byte[] octets = text.getBytes(ISO_8859_1);
        reader.take(octets, 0, octets.length);
    }

    /** Many short lines are the dear ones, where each is looked at anew. */
    @Test
    void aHeadWithoutEndIsGivenUpAndToldOnce() {
        HttpReader reader = new HttpReader(false, this);
        take(reader, "HTTP/1.1 200 OK\r\n");
        for (int octets = 0; octets < LARGE; octets += 30_000) {
            take(reader, "a:b\r\n".repeat(6000));
        }
        assertThat(heard)
                .singleElement()
                .asString()
                .startsWith("stray a head of more than 1048576 octets, which begins: HTTP/1.1 200 OK")
                .hasSizeLessThan(300);
    }

    @Test
    void aLineWithoutEndIsGivenUpToo() {
        HttpReader reader = new HttpReader(false, this);
        for (int octets = 0; octets < LARGE; octets += 64 * 1024) {
            take(reader, "x".repeat(64 * 1024));
        }
        assertThat(heard).singleElement().asString().startsWith("stray a head of more than ");
    }

    @Test
    void aLargeHeadThatEndsIsRead() {
        HttpReader reader = new HttpReader(false, this);
        take(reader, "HTTP/1.1 200 OK\r\nA: " + "x".repeat(1_000_000) + "\r\nContent-Length: 0\r\n\r\n");
        assertThat(heard).containsExactly("head HTTP/1.1 200 OK");
    }

    @Test
    void headsWithoutEndAreGivenUp() {
        HttpReader reader = new HttpReader(false, this);
        take(reader, "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(HttpReader.MOST_HEADS + 5000));
        assertThat(heard)
                .hasSize(HttpReader.MOST_HEADS + 2)
                .last()
                .isEqualTo("stray more than 20000 heads on one connection");
    }

    @Test
    void aChunkExtensionWithoutEndIsPassedOver() {
        HttpReader reader = new HttpReader(false, this);
        take(reader, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;");
        for (int octets = 0; octets < LARGE; octets += 64 * 1024) {
            take(reader, "x".repeat(64 * 1024));
        }
        take(reader, "\r\nab\r\n0\r\n\r\n");
        assertThat(heard).containsExactly("head HTTP/1.1 200 OK", "body ab");
    }

    @Override
    public void head(Head head) {
        heard.add("head " + head.startLine());
    }

    @Override
    public void body(String start, long length) {
        heard.add("body " + start);
    }

    @Override
    public void tunnel(byte[] octets, int offset, int length) {
        heard.add("tunnel");
    }

    @Override
    public void stray(String line) {
        heard.add("stray " + line);
    }
}
