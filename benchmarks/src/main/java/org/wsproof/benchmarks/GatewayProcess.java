package org.wsproof.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.wsproof.conformance.certificates.PemFiles;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.recipes.Frontsides;
import org.wsproof.conformance.targets.recipes.ProxyProcess;

/**
 * The gateway in a process of its own, as it runs in earnest: its threads, its garbage and its compiler are not those that JMH
 * watches, and its heap is not the client's.
 */
final class GatewayProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);
    private static final String CONFIGURATION = "gateway.yaml";
    private static final String LOG = "gateway.log";

    private final Path folder;
    private final ProxyProcess process;
    private final InetSocketAddress address;

    private GatewayProcess(Path folder, ProxyProcess process, InetSocketAddress address) {
        this.folder = folder;
        this.process = process;
        this.address = address;
    }

    /**
     * Starts a gateway from this process's class path, and waits until it accepts connections.
     *
     * @throws IOException if it does not within 30 s; carries what it printed
     */
    static GatewayProcess start(InetSocketAddress origin, Security security) throws IOException {
        InetSocketAddress frontside =
                Objects.requireNonNull(Frontsides.reserve(Set.of(Profile.PLAIN)).get(Profile.PLAIN));
        Path folder = folder();
        try {
            Path configuration = folder.resolve(CONFIGURATION);
            Files.writeString(configuration, configuration(frontside, origin, security.legs()) + tls(security, folder));
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.wsproof.proxy.Main",
                    configuration.toString());
            ProxyProcess process = ProxyProcess.start(command, folder.resolve(LOG), List.of(frontside), START);
            return new GatewayProcess(folder, process, frontside);
        } catch (IOException e) {
            delete(folder);
            throw new IOException("the gateway: " + e.getMessage(), e);
        }
    }

    /** One that is gone when this process ends, too: after a failed iteration JMH tears nothing down. */
    private static Path folder() throws IOException {
        Path folder = Files.createTempDirectory("wsproof-benchmark");
        // Deleted in reverse order.
        folder.toFile().deleteOnExit();
        folder.resolve(CONFIGURATION).toFile().deleteOnExit();
        folder.resolve(LOG).toFile().deleteOnExit();
        for (String pem : List.of("trusted.pem", "front.pem", "front-key.pem")) {
            folder.resolve(pem).toFile().deleteOnExit();
        }
        return folder;
    }

    /** Where clients reach it. */
    InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        process.close();
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** The last keys, first the front side handler's. */
    private static String tls(Security security, Path folder) throws IOException {
        Optional<PemFiles> pem = security.writeTo(folder);
        if (pem.isEmpty()) {
            return "";
        }
        String front =
                String.format("""
                          certificate: '%s'
                          key: '%s'
                """, pem.get().frontCertificate(), pem.get().frontKey());
        String back = String.format("""
                    ssl-client-profile:
                      name: benchmark-tls
                      trusted-certificates: '%s'
                """, pem.get().trusted());
        return (security.legs().frontside() ? front : "") + (security.legs().backside() ? back : "");
    }

    private static String configuration(InetSocketAddress frontside, InetSocketAddress origin, Tls legs) {
        return String.format(
                """
                multi-protocol-gateways:
                  - name: benchmark
                    default-backside-url: http%s://%s:%d
                    front-side-handlers:
                      - http%s:
                          name: benchmark-front
                          address: %s
                          port: %d
                          allowed-methods-and-versions: get-only
                          allow-websocket-upgrade: true
                """,
                legs.backside() ? "s" : "",
                origin.getAddress().getHostAddress(),
                origin.getPort(),
                legs.frontside() ? "s" : "",
                frontside.getAddress().getHostAddress(),
                frontside.getPort());
    }
}
