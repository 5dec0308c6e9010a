package org.wsproof.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.recipes.Frontsides;
import org.wsproof.conformance.targets.recipes.ProxyProcess;

/**
 * The gateway in a process of its own, as it runs in earnest: its threads, its garbage and its compiler are not those that JMH
 * watches, and its heap is not the client's.
 */
public final class GatewayProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);
    private static final String CONFIGURATION = "gateway.yaml";
    private static final List<String> PEM = List.of("trusted.pem", "front.pem", "front-key.pem");
    private static final String LOG = "gateway.log";

    private final Path folder;
    private final ProxyProcess process;
    private final Addresses addresses;

    private GatewayProcess(Path folder, ProxyProcess process, Addresses addresses) {
        this.folder = folder;
        this.process = process;
        this.addresses = addresses;
    }

    private record Addresses(InetSocketAddress frontside, InetSocketAddress admin) {
        static Addresses reserve() throws IOException {
            Map<Profile, InetSocketAddress> free = Frontsides.reserve(Set.of(Profile.PLAIN, Profile.SHORT_TIMERS));
            return new Addresses(
                    Objects.requireNonNull(free.get(Profile.PLAIN)),
                    Objects.requireNonNull(free.get(Profile.SHORT_TIMERS)));
        }
    }

    /**
     * Starts a gateway from this process's class path, and waits until it accepts connections.
     *
     * @throws IOException if it does not within 30 s; carries what it printed
     */
    public static GatewayProcess start(InetSocketAddress origin) throws IOException {
        return start(origin, List.of());
    }

    /**
     * The same.
     *
     * @param options for its virtual machine
     */
    public static GatewayProcess start(InetSocketAddress origin, List<String> options) throws IOException {
        return start(origin, options, Security.of(Tls.NEITHER));
    }

    /** The same, with TLS on these legs. */
    static GatewayProcess start(InetSocketAddress origin, List<String> options, Security security) throws IOException {
        Addresses addresses = Addresses.reserve();
        Path folder = folder();
        try {
            Path configuration = folder.resolve(CONFIGURATION);
            Files.writeString(configuration, configuration(addresses, origin, security.keysOf(folder)));
            List<String> command = Stream.of(
                            List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString()),
                            options,
                            List.of(
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "org.wsproof.proxy.Main",
                                    configuration.toString()))
                    .flatMap(List::stream)
                    .toList();
            ProxyProcess process = ProxyProcess.start(
                    command, folder.resolve(LOG), List.of(addresses.frontside(), addresses.admin()), START);
            return new GatewayProcess(folder, process, addresses);
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
        for (String pem : PEM) {
            folder.resolve(pem).toFile().deleteOnExit();
        }
        return folder;
    }

    /** Where clients reach it. */
    public InetSocketAddress address() {
        return addresses.frontside();
    }

    /** Where its admin listener is. */
    public InetSocketAddress admin() {
        return addresses.admin();
    }

    public long pid() {
        return process.pid();
    }

    /** Whether it has not ended. */
    public boolean alive() {
        return process.alive();
    }

    /** What it prints; gone once this is closed. */
    public Path log() {
        return folder.resolve(LOG);
    }

    @Override
    public void close() throws IOException {
        process.close();
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(CONFIGURATION));
        Files.deleteIfExists(folder.resolve(LOG));
        for (String pem : PEM) {
            Files.deleteIfExists(folder.resolve(pem));
        }
        Files.delete(folder);
    }

    private static String configuration(Addresses addresses, InetSocketAddress origin, Security.Keys tls) {
        return String.format(
                """
                multi-protocol-gateways:
                  - name: benchmark
                    default-backside-url: %s://%s:%d
                    front-side-handlers:
                      - %s:
                          name: benchmark-front
                          address: %s
                          port: %d
                          allowed-methods-and-versions: get-only
                          allow-websocket-upgrade: true
                %s%sadmin:
                  address: %s
                  port: %d
                """,
                tls.backsideScheme(),
                origin.getAddress().getHostAddress(),
                origin.getPort(),
                tls.frontsideScheme(),
                addresses.frontside().getAddress().getHostAddress(),
                addresses.frontside().getPort(),
                tls.server(),
                tls.client(),
                addresses.admin().getAddress().getHostAddress(),
                addresses.admin().getPort());
    }
}
