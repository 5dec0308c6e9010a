package org.wsproof.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A gateway in a process of its own, which may be given less than it needs, and an origin that the test plays. */
final class GatewayProcess implements AutoCloseable {
    private final ServerSocket origin;
    private final int port;
    private final int originPort;
    private final Path log;
    private final Process process;
    private final List<Peer> opened = new ArrayList<>();

    /**
     * Starts it, and waits until it listens.
     *
     * @param shell what a shell runs before it becomes the gateway
     * @param options of the virtual machine
     */
    GatewayProcess(Path directory, String shell, List<String> options) throws Exception {
        port = freePort();
        originPort = freePort();
        log = directory.resolve("gateway.log");
        List<String> command = new ArrayList<>(List.of("sh", "-c", shell + "; exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1"));
        command.add("-Dlogback.configurationFile=" + logging(directory));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.add(configuration(directory).toString());
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        awaitLine("ready: ");
        refuse();
        origin = new ServerSocket(originPort, 200, InetAddress.getLoopbackAddress());
        origin.setSoTimeout(10_000);
    }

    /** So that all that refuses is loaded: later there may be nothing left to load it with. */
    private void refuse() throws IOException {
        client().send(Rig.REQUEST).readToEnd();
    }

    private Path configuration(Path directory) throws IOException {
        return Files.writeString(directory.resolve("gateway.yaml"), """
                multi-protocol-gateways:
                  - name: websocket-proxy
                    default-backside-url: http://127.0.0.1:%d
                    request-type: passthrough
                    response-type: passthrough
                    front-side-handlers:
                      - http: { name: ws-http, address: 127.0.0.1, port: %d, allow-websocket-upgrade: true }
                """.formatted(originPort, port));
    }

    private static Path logging(Path directory) throws IOException {
        return Files.writeString(directory.resolve("logback.xml"), """
                <configuration>
                  <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%level %logger %msg%n%nopex</pattern></encoder>
                  </appender>
                  <root level="WARN"><appender-ref ref="OUT"/></root>
                </configuration>
                """);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** What it has printed and logged so far. */
    List<String> lines() throws IOException {
        return Files.readAllLines(log);
    }

    /** Waits until it has printed or logged a line with this text. */
    void awaitLine(String text) throws Exception {
        long due = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (lines().stream().noneMatch(line -> line.contains(text))) {
            if (System.nanoTime() > due || process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("no line with " + text + " but " + lines());
            }
        }
    }

    /** The processor time it has used so far. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    Peer client() throws IOException {
        return keep(Peer.connect(port));
    }

    Peer accept() throws IOException {
        return keep(new Peer(origin.accept()));
    }

    private Peer keep(Peer peer) {
        opened.add(peer);
        return peer;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        origin.close();
        for (Peer each : opened) {
            each.close();
        }
    }
}
