package org.wsproof.sample.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientTest {
    private static final String SWITCHED = """
            HTTP/1.1 101 Switching Protocols\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Accept: ACCEPT\r
            """;

    @Test
    void whatWasExpectedCameAndDeflateWasNegotiated() throws Exception {
        try (Echo echo = Echo.open()) {
            Played played = Played.play(echo.url(), "text one", "ping", "expect hello", "expect one", "close 1000");

            assertThat(played.exit()).isZero();
            assertThat(played.out().lines())
                    .first()
                    .asString()
                    .startsWith("connected to " + echo.url())
                    .contains("permessage-deflate");
            assertThat(played.out()).contains("\nhello\n").contains("\none\n").contains("\npong\n");
            assertThat(played.out()).endsWith("closed by the client: 1000; the server answered 1000\n");
            assertThat(played.err()).isEmpty();
        }
    }

    @Test
    void aBinaryFileComesBackOctetForOctetAndIsShownShort(@TempDir Path folder) throws Exception {
        byte[] octets = new byte[300_000];
        new Random(1).nextBytes(octets);
        Path file = Files.write(folder.resolve("a.bin"), octets);
        octets[299_999]++;
        Path other = Files.write(folder.resolve("b.bin"), octets);
        try (Echo echo = Echo.open()) {
            Played same = Played.play(echo.url(), "file " + file, "expect-file " + file);
            assertThat(same.exit()).isZero();
            assertThat(same.out()).contains("binary, 300000 octets: 73 d5 ").contains(" ...\n");
            assertThat(Played.play(echo.url(), "file " + file, "expect-file " + other)
                            .exit())
                    .isEqualTo(1);
        }
    }

    @Test
    void aMissedExpectationIsExitOneAndSaid() throws Exception {
        try (Echo echo = Echo.open()) {
            Played played = Played.play(echo.url(), "text one", "expect two");

            assertThat(played.exit()).isEqualTo(1);
            assertThat(played.err().lines()).containsExactly("expected text 'two', which did not come within 2.0 s");
        }
    }

    @Test
    void expectationsFollowTheOrderOfArrival() throws Exception {
        try (Echo echo = Echo.open()) {
            assertThat(Played.play(echo.url(), "text one", "text two", "expect two", "expect one")
                            .exit())
                    .isEqualTo(1);
        }
    }

    @Test
    void aServerThatClosesIsNamedWithItsCode() throws Exception {
        try (Echo echo = Echo.open()) {
            Played played = Played.play(echo.url(), "text close", "expect-close 4001");
            assertThat(played.exit()).isZero();
            assertThat(played.out()).endsWith("closed by the server: 4001 as you wish\n");

            Played other = Played.play(echo.url(), "text close", "expect-close 1001");
            assertThat(other.exit()).isEqualTo(1);
            assertThat(other.err()).contains("1001").contains("4001");

            assertThat(Played.play(echo.url(), "text close", "wait 2s", "text late")
                            .err())
                    .isEqualTo("text 'late' was not sent: the connection had been closed\n");
        }
    }

    @Test
    void anEndWithoutACloseIsExitOneUnlessExpected() throws Exception {
        try (OneAnswer server = OneAnswer.with(SWITCHED + "\r\n", new byte[] {(byte) 0x81, 1, 'x'}, false)) {
            Played played = Played.play(server.url(), "wait 2s");
            assertThat(played.exit()).isEqualTo(1);
            assertThat(played.out()).contains("\nx\n").endsWith("ended by the server, without a Close (1006)\n");
        }
        try (OneAnswer server = OneAnswer.with(SWITCHED + "\r\n", new byte[0], false)) {
            assertThat(Played.play(server.url(), "expect-close 1006").exit()).isZero();
        }
    }

    @Test
    void aRefusalIsExitThreeWithItsStatus() throws Exception {
        String head = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n";
        try (OneAnswer server = OneAnswer.with(head, new byte[0], true)) {
            Played played = Played.play(server.url(), "text one");

            assertThat(played.exit()).isEqualTo(3);
            assertThat(played.err()).isEqualTo(server.url() + ": refused with HTTP 401 Unauthorized\n");
            assertThat(server.request())
                    .containsEntry("x-ibm-client-id", "1234")
                    .containsEntry("sec-websocket-protocol", "chat")
                    .containsEntry("host", server.url().replaceAll("ws://|/$", ""));
        }
    }

    @Test
    void a101ThatIsNotValidIsExitThree() throws Exception {
        try (OneAnswer server = OneAnswer.with(SWITCHED.replace("ACCEPT", "x") + "\r\n", new byte[0], true)) {
            Played played = Played.play(server.url());
            assertThat(played.exit()).isEqualTo(3);
            assertThat(played.err()).contains("101");
        }
        String other = SWITCHED + "Sec-WebSocket-Protocol: soap\r\n\r\n";
        try (OneAnswer server = OneAnswer.with(other, new byte[0], true)) {
            assertThat(Played.play(server.url()).exit()).isEqualTo(3);
        }
    }

    @Test
    void aPortThatNobodyListensOnIsExitThree() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        Played played = Played.play("ws://127.0.0.1:" + port + "/", "text one");

        assertThat(played.exit()).isEqualTo(3);
        assertThat(played.err()).contains("unreachable").hasLineCount(1);
    }

    @Test
    void aServerThatNeverAnswersIsExitThree() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Played played = Played.play("ws://127.0.0.1:" + silent.getLocalPort() + "/");

            assertThat(played.exit()).isEqualTo(3);
            assertThat(played.err()).contains("no answer to the opening handshake in time");
        }
    }

    @Test
    void linesAreSentAndTheEndOfTheInputCloses() throws Exception {
        try (Echo echo = Echo.open()) {
            Played played = Played.sendLines(echo.url(), "one\ntwo\n");

            assertThat(played.exit()).isZero();
            assertThat(played.out())
                    .contains("\none\ntwo\n")
                    .endsWith("closed by the client: 1000; the server answered 1000\n");
        }
    }
}
