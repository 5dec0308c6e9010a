package org.wsproof.conformance.targets.recipes.jvm;

import java.io.IOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Declaration;
import org.wsproof.conformance.targets.Mode;
import org.wsproof.conformance.targets.Offer;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;
import org.wsproof.conformance.targets.Timers;
import org.wsproof.conformance.targets.recipes.Frontsides;
import org.wsproof.conformance.targets.recipes.ProcessTarget;
import org.wsproof.conformance.targets.recipes.ProxyProcess;

/**
 * One virtual machine with a proxy for each profile, each with a properties file of its own.
 *
 * @param mode how it treats a tunnel's octets
 * @param timers what it is told, the same for each profile
 * @param settings what else it is told
 */
record ReferenceProxy(ReferenceJar jar, Mode mode, Timers timers, Settings settings) implements Recipe {
    /** None of them has timers that are short: no tunnel's idle timeout, above all. */
    private static final Set<Profile> PROFILES =
            EnumSet.of(Profile.PLAIN, Profile.TLS_FRONTSIDE, Profile.TLS_VALIDATED, Profile.TLS_UNVALIDATED);

    private static final Duration START = Duration.ofSeconds(60);

    /** What a proxy is told for one profile. */
    interface Settings {
        /** The keys and values of its properties file. */
        Map<String, String> of(Profile profile, int port, Site site);
    }

    @Override
    public String name() {
        return jar.name();
    }

    @Override
    public Set<Profile> profiles() {
        return PROFILES;
    }

    @Override
    public Target start(Site site) throws IOException {
        Map<Profile, InetSocketAddress> frontsides = Frontsides.reserve(PROFILES);
        List<String> files = new ArrayList<>();
        Map<Profile, Offer> offers = new EnumMap<>(Profile.class);
        for (Profile profile : PROFILES) {
            InetSocketAddress frontside = Objects.requireNonNull(frontsides.get(profile));
            files.add(written(site.folder(), profile, settings.of(profile, frontside.getPort(), site)));
            offers.put(profile, new Offer(Frontsides.url(profile, frontside), timers));
        }
        String version = jar.version();
        List<String> command = jar.command(files);
        Path log = site.folder().resolve(jar.name() + ".log");
        try {
            ProxyProcess process = ProxyProcess.start(command, log, frontsides.values(), START);
            return new ProcessTarget(new Declaration(jar.name(), version, mode), offers, process);
        } catch (IOException e) {
            throw new IOException(jar.name() + " " + version + ": " + e.getMessage(), e);
        }
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
