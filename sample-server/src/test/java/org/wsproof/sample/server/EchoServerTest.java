package org.wsproof.sample.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.Inflater;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EchoServerTest {
    private static EchoServer start(Duration delay) throws IOException {
        return EchoServer.start(loopback(0), delay, Optional.empty());
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Test
    void greetsAndEchoesTextAndBinary() throws IOException {
        try (EchoServer server = start(Duration.ZERO);
                Peer peer = Peer.open(server.address(), "")) {
            assertThat(peer.head()).startsWith("HTTP/1.1 101").contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
            assertThat(peer.receiveText()).isEqualTo("Connection Established");

            peer.sendText("grüß");
            peer.send(0x82, new byte[] {0, -1, 7});

            assertThat(peer.receiveText()).isEqualTo("grüß");
            Peer.Frame binary = peer.receive();
            assertThat(binary.first()).isEqualTo(0x82);
            assertThat(binary.payload()).containsExactly(0, -1, 7);
        }
    }

    @Test
    void aPauseOnOneConnectionHoldsNoOther() throws IOException {
        Duration delay = Duration.ofMillis(500);
        try (EchoServer server = start(delay);
                Peer first = Peer.open(server.address(), "");
                Peer second = Peer.open(server.address(), "")) {
            first.receiveText();
            second.receiveText();
            long began = System.nanoTime();
            for (int i = 0; i < 4; i++) {
                first.sendText("first " + i);
            }
            second.sendText("second");

            assertThat(second.receiveText()).isEqualTo("second");
            long alone = System.nanoTime() - began;
            assertThat(first.receiveText()).isEqualTo("first 0");
            assertThat(first.receiveText()).isEqualTo("first 1");
            long two = System.nanoTime() - began;

            assertThat(Duration.ofNanos(alone)).isBetween(delay, delay.multipliedBy(2));
            assertThat(Duration.ofNanos(two)).isGreaterThanOrEqualTo(delay.multipliedBy(2));
        }
    }

    @Test
    void echoesThatPauseComeInOrder() throws IOException {
        try (EchoServer server = start(Duration.ofMillis(1));
                Peer peer = Peer.open(server.address(), "")) {
            peer.receiveText();
            for (int i = 0; i < 100; i++) {
                peer.sendText("message " + i);
            }
            for (int i = 0; i < 100; i++) {
                assertThat(peer.receiveText()).isEqualTo("message " + i);
            }
        }
    }

    @Test
    void deflateIsNegotiatedAndUsed() throws Exception {
        try (EchoServer server = start(Duration.ZERO);
                Peer peer = Peer.open(server.address(), "Sec-WebSocket-Extensions: permessage-deflate\r\n")) {
            assertThat(peer.head()).contains("Sec-WebSocket-Extensions: permessage-deflate");
            peer.receiveText();
            for (int i = 0; i < 40; i++) {
                peer.send(i == 0 ? 0x01 : i == 39 ? 0x80 : 0x00, "a".repeat(100).getBytes(StandardCharsets.US_ASCII));
            }

            Peer.Frame echo = peer.receive();

            assertThat(echo.first()).isEqualTo(0xc1);
            assertThat(echo.payload()).hasSizeLessThan(100);
            Inflater inflater = new Inflater(true);
            inflater.setInput(echo.payload());
            byte[] text = new byte[5000];
            int length = inflater.inflate(text);
            assertThat(new String(text, 0, length, StandardCharsets.US_ASCII)).isEqualTo("a".repeat(4000));
        }
    }

    @Test
    void anOfferThatLimitsTheServersWindowIsDeclined() throws IOException {
        String field = "Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=10\r\n";
        try (EchoServer server = start(Duration.ZERO);
                Peer peer = Peer.open(server.address(), field)) {
            assertThat(peer.head()).startsWith("HTTP/1.1 101").doesNotContain("Sec-WebSocket-Extensions");
        }
    }

    @Test
    void takesTheFirstSubprotocolOffered() throws IOException {
        try (EchoServer server = start(Duration.ZERO);
                Peer peer = Peer.open(server.address(), "Sec-WebSocket-Protocol: soap, wamp\r\n")) {
            assertThat(peer.head()).contains("Sec-WebSocket-Protocol: soap\r\n");
        }
    }

    @Test
    void stoppingClosesEachConnectionWith1001AndAwaitsTheAnswer() throws Exception {
        EchoServer server = start(Duration.ofMinutes(1));
        try (Peer first = Peer.open(server.address(), "");
                Peer second = Peer.open(server.address(), "")) {
            first.receiveText();
            second.receiveText();
            first.sendText("never echoed");
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
            for (Peer each : List.of(first, second)) {
                Peer.Frame close = each.receive();
                assertThat(close.first()).isEqualTo(0x88);
                assertThat(close.code()).isEqualTo(1001);
                assertThat(stopped).isNotDone();
                each.send(0x88, close.payload());
                assertThat(each.toTheEnd()).isZero();
            }
            stopped.get(5, TimeUnit.SECONDS);
        }
        assertThatThrownBy(() -> Peer.open(server.address(), "")).isInstanceOf(IOException.class);
    }

    @Test
    void aPortInUseIsSaidWithItsAddress() throws IOException {
        try (EchoServer server = start(Duration.ZERO)) {
            int port = server.address().getPort();

            assertThatThrownBy(() -> EchoServer.start(loopback(port), Duration.ZERO, Optional.empty()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(":" + port)
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void speaksTlsWithACertificateThatNobodyTrusts() throws Exception {
        SSLContext own = ServerCertificate.selfSigned(List.of("localhost", "127.0.0.1"));
        try (EchoServer server = EchoServer.start(loopback(0), Duration.ZERO, Optional.of(own))) {
            assertThatThrownBy(() -> connect(SSLContext.getDefault(), server))
                    .isInstanceOf(SSLHandshakeException.class);
            try (Peer peer = Peer.over(connect(TrustAll.context(), server))) {
                assertThat(peer.receiveText()).isEqualTo("Connection Established");
                peer.sendText("secret");
                assertThat(peer.receiveText()).isEqualTo("secret");
            }
        }
    }

    @Test
    void aPemFileThatIsNoneIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.pem"), "nothing\n");

        assertThatThrownBy(() -> ServerCertificate.read(file, file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file.toString());
        assertThatThrownBy(() -> ServerCertificate.read(folder.resolve("b.pem"), file))
                .hasMessageContaining("no such file");
    }

    private static SSLSocket connect(SSLContext context, EchoServer server) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket(server.address().getAddress(), server.address().getPort());
        try {
            socket.setSoTimeout(5000);
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
