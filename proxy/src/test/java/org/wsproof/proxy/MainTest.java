package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class MainTest {
    /** A Close frame with 1001, not masked. */
    private static final String GOING_AWAY = "\u0088\u0002\u0003\u00e9";

    /** What a virtual machine exits with behind SIGTERM, whatever its hooks do. */
    private static final int TERMINATED = 128 + 15;

    @TempDir
    private Path directory = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Path configuration(int port, int backside) throws IOException {
        return configuration("127.0.0.1", port, backside);
    }

    private Path configuration(String address, int port, int backside) throws IOException {
        return Files.writeString(directory.resolve("gateway.yaml"), """
                multi-protocol-gateways:
                  - name: websocket-proxy
                    drain-grace: 1s
                    default-backside-url: http://127.0.0.1:%d
                    request-type: passthrough
                    response-type: passthrough
                    front-side-handlers:
                      - http: { name: ws-http, address: "%s", port: %d,
                                allow-websocket-upgrade: true, websocket-idle-timeout: 60s }
                """.formatted(backside, address, port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private int run(Path file) {
        return Main.run(
                List.of(file.toString()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void aPortInUseIsOneLineAndExit2() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path file = configuration(taken.getLocalPort(), 1);
            assertThat(run(file)).isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .hasLineCount(1)
                    .startsWith(file
                            + ":8: multi-protocol-gateways[0].front-side-handlers[0].http.port: can't listen on"
                            + " 127.0.0.1 port " + taken.getLocalPort() + " (Address already in use); allowed: ");
            assertThat(out.size()).isZero();
        }
    }

    @Test
    void anAddressOfAnotherMachineIsOneLineAndExit2() throws IOException {
        Path file = configuration("192.0.2.1", 9090, 1);
        assertThat(run(file)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .hasLineCount(1)
                .startsWith(file + ":8: multi-protocol-gateways[0].front-side-handlers[0].http.port: can't listen on"
                        + " 192.0.2.1 port 9090 (");
        assertThat(out.size()).isZero();
    }

    @Test
    void anAddressThatNobodyKnowsIsOneLineAndExit2() throws IOException {
        Path file = configuration("a..b", 9090, 1);
        assertThat(run(file)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .hasLineCount(1)
                .startsWith(file + ":8: ")
                .contains("(Unresolved address)");
        assertThat(out.size()).isZero();
    }

    @Test
    void anAdminPortInUseIsOneLineAndExit2() throws IOException {
        int free = freePort();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path file = configuration(free, 1);
            Files.writeString(file, "admin:\n  port: " + taken.getLocalPort() + "\n", StandardOpenOption.APPEND);
            assertThat(run(file)).isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .hasLineCount(1)
                    .startsWith(file + ":" + Files.readAllLines(file).size()
                            + ": admin.port: can't listen on 127.0.0.1 port " + taken.getLocalPort()
                            + " (Address already in use); allowed: ");
            assertThat(out.size()).isZero();
            new ServerSocket(free, 1, InetAddress.getLoopbackAddress()).close();
        }
    }

    @Test
    void aMistakeInTheConfigurationIsOneLineAndExit2() throws IOException {
        Path file = Files.writeString(directory.resolve("bad.yaml"), "multi-protocol-gateway: 1\n");
        assertThat(run(file)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains("bad.yaml");
    }

    private static Process launch(Path configuration) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        configuration.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void runsUntilItIsTerminatedAndThenEndsItsTunnels() throws Exception {
        int port = freePort();
        try (ServerSocket origin = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process gateway = launch(configuration(port, origin.getLocalPort()));
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(gateway.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(lines.readLine())
                        .contains("ws-http", "127.0.0.1:" + port, "http://127.0.0.1:" + origin.getLocalPort());
                try (Peer client = Peer.connect(port).send(Rig.REQUEST);
                        Peer backside = new Peer(origin.accept())) {
                    backside.send(Rig.SWITCH);
                    client.readHead();
                    gateway.destroy();
                    assertThat(client.readToEnd()).isEqualTo(GOING_AWAY);
                    assertThat(gateway.waitFor(5, TimeUnit.SECONDS)).isTrue();
                    assertThat(gateway.exitValue()).isEqualTo(TERMINATED);
                }
            } finally {
                gateway.destroyForcibly();
            }
        }
    }
}
