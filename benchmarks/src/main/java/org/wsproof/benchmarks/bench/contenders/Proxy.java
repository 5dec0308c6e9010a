package org.wsproof.benchmarks.bench.contenders;

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
 * @param how what a reader of the figures must know of the configuration, in a line
 */
record Proxy(String name, Executable executable, String template, List<String> arguments, String how)
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
     */
    record Found(List<String> command, String version) {}

    @Override
    public Started start(Ground ground) throws IOException {
        Found found = executable.find();
        Map<Profile, InetSocketAddress> free = Frontsides.reserve(Set.of(Profile.PLAIN, Profile.SHORT_TIMERS));
        InetSocketAddress frontside = Objects.requireNonNull(free.get(Profile.PLAIN));
        InetSocketAddress admin = Objects.requireNonNull(free.get(Profile.SHORT_TIMERS));
        Path file = ground.folder().resolve(template);
        String configuration = filled(text(), values(ground, frontside, admin));
        Files.writeString(file, configuration);
        List<String> command = new ArrayList<>(found.command());
        Map<String, String> values = Map.of(
                "configuration", file.toString(), "folder", ground.folder().toString());
        arguments.forEach(argument -> command.add(filled(argument, values)));
        ProxyProcess process = ProxyProcess.start(
                ground.cores().pinned(command), ground.folder().resolve(name + ".log"), List.of(frontside), START);
        Described described = new Described(name, found.version(), how, configuration);
        return new Started(described, frontside, Optional.of(process));
    }

    private static Map<String, String> values(Ground ground, InetSocketAddress frontside, InetSocketAddress admin) {
        return Map.of(
                "frontside", frontside.getAddress().getHostAddress() + ":" + frontside.getPort(),
                "frontside-port", Integer.toString(frontside.getPort()),
                "admin-port", Integer.toString(admin.getPort()),
                "origin",
                        ground.origin().getAddress().getHostAddress() + ":"
                                + ground.origin().getPort(),
                "origin-port", Integer.toString(ground.origin().getPort()),
                "folder", ground.folder().toString(),
                "user", System.getProperty("user.name"),
                "tunnels", Integer.toString(ground.tunnels() + MORE),
                "descriptors", Integer.toString(ground.descriptors()));
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
