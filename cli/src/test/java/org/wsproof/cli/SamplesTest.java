package org.wsproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wsproof.sample.server.EchoServer;
import org.wsproof.sample.server.ServerCertificate;

class SamplesTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @Test
    void actionsOfAllKindsKeepTheirOrder() throws IOException {
        try (EchoServer server = EchoServer.start(ANY_PORT, Duration.ZERO, Optional.empty())) {
            String url = "ws://127.0.0.1:" + server.address().getPort();

            Called good = Called.with(
                    "client",
                    url,
                    "--text",
                    "a",
                    "--ping",
                    "--expect",
                    "a",
                    "--text",
                    "b",
                    "--expect=b",
                    "--close=4000");
            Called late = Called.with("client", url, "--expect", "a", "--text", "a", "--timeout", "300ms");

            assertThat(good.exit()).isZero();
            assertThat(good.out()).containsSubsequence("Connection Established", "\na\n", "pong", "\nb\n", "4000");
            assertThat(late.exit()).isEqualTo(1);
            assertThat(late.err().lines()).hasSize(1);
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefusedUnlessInsecure() throws IOException {
        var own = Optional.of(ServerCertificate.selfSigned(List.of("other.example")));
        try (EchoServer server = EchoServer.start(ANY_PORT, Duration.ZERO, own)) {
            String url = "wss://127.0.0.1:" + server.address().getPort();

            Called refused = Called.with("client", url, "--text", "a");
            Called accepted = Called.with("client", url, "--insecure", "--text", "a", "--expect", "a");

            assertThat(refused.exit()).isEqualTo(3);
            assertThat(refused.err()).contains("TLS failed").contains("--insecure");
            assertThat(accepted.exit()).isZero();
        }
    }

    @Test
    void aBadLineOfAScriptIsExitTwoWithFileAndLine(@TempDir Path folder) throws IOException {
        Path script = Files.writeString(folder.resolve("a.script"), "text hello\nshout\n");

        Called called = Called.with("client", "ws://127.0.0.1:1/", "--script", script.toString());

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.err().lines()).hasSize(1);
        assertThat(called.err()).contains(script + ":2: ");
    }

    @Test
    void aPortInUseIsExitTwoInOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Called called = Called.with("echo", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(called.exit()).isEqualTo(2);
            assertThat(called.err().lines()).hasSize(1);
            assertThat(called.err()).contains("in use").contains(String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void aKeyWithoutItsCertificateIsExitTwo() {
        Called called = Called.with("echo", "--key", "key.pem");

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.err()).contains("--certificate");
    }
}
