package org.wsproof.conformance.targets.recipes.reference;

import java.io.IOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Declaration;
import org.wsproof.conformance.targets.Mode;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;
import org.wsproof.conformance.targets.Timers;
import org.wsproof.conformance.targets.recipes.Frontsides;
import org.wsproof.conformance.targets.recipes.Launch;

/**
 * One process with a proxy for each profile, each with a properties file of its own.
 *
 * @param mode how it treats a tunnel's octets
 * @param timers what it is told, for each profile that it offers
 * @param settings what else it is told
 */
record ReferenceProxy(String name, ReferenceProgram program, Mode mode, Map<Profile, Timers> timers, Settings settings)
        implements Recipe {
    private static final Duration START = Duration.ofSeconds(60);

    /** What a proxy is told for one profile. */
    interface Settings {
        /** The keys and values of its properties file. */
        Map<String, String> of(Profile profile, int port, Site site);
    }

    @Override
    public Set<Profile> profiles() {
        return timers.keySet();
    }

    @Override
    public Target start(Site site) throws IOException {
        ReferenceProgram.Ready ready = program.ready(site.folder());
        Map<Profile, InetSocketAddress> frontsides = Frontsides.reserve(profiles());
        List<String> command = new ArrayList<>(ready.command());
        for (Profile profile : profiles()) {
            InetSocketAddress frontside = Objects.requireNonNull(frontsides.get(profile));
            command.add(written(site.folder(), profile, settings.of(profile, frontside.getPort(), site)));
        }
        Declaration declaration = new Declaration(name, ready.version(), mode);
        return new Launch(declaration, frontsides, timers, site.folder()).start(command, START);
    }

    private static String written(Path folder, Profile profile, Map<String, String> values) throws IOException {
        Properties properties = new Properties();
        properties.putAll(values);
        Path file = folder.resolve(profile.slug() + ".properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        return file.toString();
    }

    /** The origin's URL: over TLS by name, so that a server name is sent. */
    static String origin(Profile profile, Site site) {
        InetSocketAddress address = Objects.requireNonNull(site.origins().get(profile));
        return tlsBackside(profile)
                ? "https://localhost:" + address.getPort()
                : "http://" + address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    static boolean tlsBackside(Profile profile) {
        return profile == Profile.TLS_VALIDATED || profile == Profile.TLS_UNVALIDATED;
    }
}
