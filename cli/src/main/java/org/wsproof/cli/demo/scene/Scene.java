package org.wsproof.cli.demo.scene;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.wsproof.cli.process.JavaProgram;
import org.wsproof.conformance.certificates.Certificates;
import org.wsproof.conformance.targets.recipes.ProxyProcess;

/** What the demonstration plays with: ports, files in a folder of its own, and the child processes. Ends with them all. */
public final class Scene implements AutoCloseable {
    /** A file of random octets. */
    public static final String BINARY = "demo.bin";
    /** The gateway's configuration. */
    public static final String CONFIGURATION = "tutorial.yaml";

    /** Little is asked of the children: so they start with half the work, and are slower once warm. They log what a person reads. */
    private static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dwsproof.log=INFO");

    private static final int BINARY_OCTETS = 65_536;
    private static final Duration START = Duration.ofSeconds(30);

    private final Ports ports;
    private final Path folder;
    private final Certificates certificates;
    private final Map<String, ProxyProcess> children = new LinkedHashMap<>();
    private final List<Closeable> kept = new ArrayList<>();

    private Scene(Ports ports, Path folder, Certificates certificates) {
        this.ports = ports;
        this.folder = folder;
        this.certificates = certificates;
    }

    /**
     * Chooses ports, and writes the files.
     *
     * @throws IOException if there is no free port, or a file can't be written
     */
    public static Scene open(Part part) throws IOException {
        Scene scene = new Scene(
                Ports.choose(part.places()), Files.createTempDirectory("wsproof-demo-"), Certificates.create());
        try {
            Files.writeString(scene.file(CONFIGURATION), new TutorialFile(part.getClass()).text(scene.ports));
            scene.certificates.writeTo(scene.folder);
            byte[] octets = new byte[BINARY_OCTETS];
            new Random(1).nextBytes(octets);
            Files.write(scene.file(BINARY), octets);
            return scene;
        } catch (IOException e) {
            scene.close();
            throw e;
        }
    }

    public Ports ports() {
        return ports;
    }

    /** A file in the scene's folder. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Those that the HTTPS handler's certificate is one of. */
    public Certificates certificates() {
        return certificates;
    }

    /** Starts a child process, and returns when all these places accept connections. */
    public ProxyProcess start(String name, JavaProgram program, List<Place> places, String... arguments)
            throws IOException {
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (Place place : places) {
            addresses.add(ports.address(place));
        }
        ProxyProcess child = ProxyProcess.start(
                program.with(OPTIONS).command(arguments), file(name.replace(' ', '-') + ".log"), addresses, START);
        children.put(name, child);
        return child;
    }

    /** The first child that has ended though nobody told it to, after waiting {@code most} for each. */
    public Optional<String> lost(Duration most) throws InterruptedException {
        for (Map.Entry<String, ProxyProcess> child : children.entrySet()) {
            if (child.getValue().endedWithin(most)) {
                return Optional.of("the " + child.getKey() + ", process "
                        + child.getValue().pid() + ", has ended");
            }
        }
        return Optional.empty();
    }

    /** Has this closed when the scene is over, after the children have ended. */
    public <T extends Closeable> T keep(T open) {
        kept.add(open);
        return open;
    }

    /** Ends the children, the last first, and removes the folder. */
    @Override
    public void close() throws IOException {
        List<ProxyProcess> last = new ArrayList<>(children.values());
        Collections.reverse(last);
        last.forEach(ProxyProcess::close);
        for (Closeable each : kept) {
            each.close();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
