package org.wsproof.benchmarks.bench.contenders;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.wsproof.benchmarks.bench.figures.Described;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.recipes.Frontsides;
import org.wsproof.conformance.targets.recipes.ProxyProcess;

/**
 * A proxy with a configuration file, as a process.
 *
 * @param executable how it is found
 * @param template its configuration, a resource beside this class, in which <code>{{name}}</code> is filled in
 * @param arguments in which it is filled in, too; <code>{{configuration}}</code> is the file
 * @param descriptors that a tunnel takes
 * @param how what a reader of the figures must know of the configuration, in a line
 */
record Proxy(String name, Executable executable, String template, List<String> arguments, int descriptors, String how)
        implements Contender {
    private static final Duration START = Duration.ofSeconds(30);

    /** Connections of clients that a proxy may have beside the idle ones. */
    private static final int MORE = 200;

    /** What is run. */
    interface Executable {
        /**
         * Where it is.
         *
         * @throws IOException if it is not there; the message says what to install
         */
        Found find() throws IOException;
    }

    /**
     * A program that is there.
     *
     * @param version "" if it does not say
     * @param compiles whether its code is compiled while it runs
     */
    record Found(List<String> command, String version, boolean compiles) {}

    @Override
    public Started start(Ground ground) throws IOException {
        Found found = executable.find();
        Doors doors = Doors.reserve();
        Path file = ground.folder().resolve(template);
        Map<String, String> known = values(ground, doors);
        String configuration = filled(text(), known);
        Files.writeString(file, configuration);
        List<String> command = new ArrayList<>(found.command());
        Map<String, String> values = Map.of(
                "configuration", file.toString(), "folder", ground.folder().toString());
        arguments.forEach(argument -> command.add(filled(argument, values)));
        // Not beside the configuration, whose folder a proxy may watch for changes.
        Path log = Files.createDirectory(ground.folder().resolve("log")).resolve(name + ".log");
        ProxyProcess process = ProxyProcess.start(
                ground.cores().pinned(command, ground.threads()), log, List.of(doors.plain(), doors.secured()), START);
        Described described = new Described(name, found.version(), filled(how, known), configuration);
        return new Started(
                described,
                doors.plain(),
                Optional.of(doors.secured()),
                Optional.of(process),
                mostTunnels(ground),
                found.compiles());
    }

    /** Where it listens. */
    private record Doors(InetSocketAddress plain, InetSocketAddress secured, InetSocketAddress admin) {
        static Doors reserve() throws IOException {
            Map<Profile, InetSocketAddress> free =
                    Frontsides.reserve(Set.of(Profile.PLAIN, Profile.TLS_FRONTSIDE, Profile.SHORT_TIMERS));
            return new Doors(
                    Objects.requireNonNull(free.get(Profile.PLAIN)),
                    Objects.requireNonNull(free.get(Profile.TLS_FRONTSIDE)),
                    Objects.requireNonNull(free.get(Profile.SHORT_TIMERS)));
        }
    }

    private Map<String, String> values(Ground ground, Doors doors) {
        return Map.ofEntries(
                entry("frontside", address(doors.plain())),
                entry("frontside-port", Integer.toString(doors.plain().getPort())),
                entry("tls", address(doors.secured())),
                entry("tls-port", Integer.toString(doors.secured().getPort())),
                entry("certificate", ground.keys().files().frontCertificate().toString()),
                entry("key", ground.keys().files().frontKey().toString()),
                entry("certificate-and-key", ground.keys().both().toString()),
                entry("admin-port", Integer.toString(doors.admin().getPort())),
                entry("origin", address(ground.origin())),
                entry("origin-port", Integer.toString(ground.origin().getPort())),
                entry("folder", ground.folder().toString()),
                entry("most-tunnels", Integer.toString(mostTunnels(ground))),
                entry("threads", Integer.toString(ground.threads())),
                entry("forks", Integer.toString(ground.threads() == 1 ? 0 : ground.threads())),
                entry("user", System.getProperty("user.name")),
                entry("tunnels", Integer.toString(mostTunnels(ground) + MORE)),
                entry("descriptors", Integer.toString(ground.descriptors())));
    }

    private int mostTunnels(Ground ground) {
        return Math.min(ground.tunnels(), ground.descriptors() / descriptors - MORE);
    }

    private static String address(InetSocketAddress of) {
        return of.getAddress().getHostAddress() + ":" + of.getPort();
    }

    private static String filled(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        if (filled.contains("{{")) {
            throw new IllegalStateException("nothing is known for " + filled.substring(filled.indexOf("{{")));
        }
        return filled;
    }

    private String text() throws IOException {
        try (InputStream resource = Objects.requireNonNull(Proxy.class.getResourceAsStream(template), template)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
