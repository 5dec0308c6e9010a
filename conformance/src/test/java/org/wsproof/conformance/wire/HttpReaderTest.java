package org.wsproof.conformance.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpReaderTest implements HttpReader.Listener {
    private static final String UPGRADE =
            "GET / HTTP/1.1\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n\r\n";

    private final List<String> heard = new ArrayList<>();

    @Test
    void readsBodiesByLengthAndByChunks() {
        HttpReader reader = new HttpReader(true, this);
        take(reader, "POST /a HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello");
        take(
                reader,
                "POST /b HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nT: 1\r\n\r\nGET /c HTTP/1.1\r\n\r\n");
        assertThat(heard)
                .containsExactly("POST /a HTTP/1.1", "body hello", "POST /b HTTP/1.1", "body abcde", "GET /c HTTP/1.1");
    }

    @Test
    void readsAnAnswerToHeadWithoutBody() {
        HttpReader reader = new HttpReader(false, this);
        reader.asked("HEAD");
        reader.asked("GET");
        take(
                reader,
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno");
        assertThat(heard).containsExactly("HTTP/1.1 200 OK", "HTTP/1.1 404 Not Found", "body no");
    }

    @Test
    void readsABodyToTheEnd() {
        HttpReader reader = new HttpReader(false, this);
        reader.asked("GET");
        take(reader, "HTTP/1.1 200 OK\r\n\r\nto the end");
        assertThat(heard).containsExactly("HTTP/1.1 200 OK");
        reader.end();
        assertThat(heard).containsExactly("HTTP/1.1 200 OK", "body to the end");
    }

    @Test
    void passesOverInterimAnswersUpToTheTunnel() {
        HttpReader reader = new HttpReader(false, this);
        reader.asked("GET");
        take(
                reader,
                "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 101 Switching Protocols\r\nContent-Length: 9\r\n\r\nxyz");
        assertThat(heard).containsExactly("HTTP/1.1 103 Early Hints", "HTTP/1.1 101 Switching Protocols", "tunnel xyz");
    }

    @Test
    void readsWhatCameBeforeARefusalAgainAsARequest() {
        HttpReader reader = new HttpReader(true, this);
        take(reader, UPGRADE + "GET /next HTTP/1.1\r\n\r\n");
        assertThat(heard).containsExactly("GET / HTTP/1.1", "tunnel GET /next HTTP/1.1\r\n\r\n");
        reader.refused();
        assertThat(heard).endsWith("GET /next HTTP/1.1");
    }

    @Test
    void leavesWhatCameBeforeAnAcceptanceToTheTunnel() {
        HttpReader reader = new HttpReader(true, this);
        take(reader, UPGRADE + "abc");
        reader.switched();
        take(reader, "GET /no HTTP/1.1\r\n\r\n");
        assertThat(heard).containsExactly("GET / HTTP/1.1", "tunnel abc", "tunnel GET /no HTTP/1.1\r\n\r\n");
    }

    @Test
    void tellsALineThatIsNoHttpOnce() {
        HttpReader reader = new HttpReader(false, this);
        take(reader, "220 mail.example ESMTP\r\nmore\r\n");
        assertThat(heard).containsExactly("stray 220 mail.example ESMTP");
    }

    private static void take(HttpReader reader, String text) {
        byte[] octets = text.getBytes(ISO_8859_1);
        reader.take(octets, 0, octets.length);
    }

    @Override
    public void head(Head head) {
        heard.add(head.startLine());
    }

    @Override
    public void body(String start, long length) {
        heard.add("body " + start);
    }

    @Override
    public void stray(String line) {
        heard.add("stray " + line);
    }

    @Override
    public void tunnel(byte[] octets, int offset, int length) {
        heard.add("tunnel " + new String(octets, offset, length, ISO_8859_1));
    }
}
