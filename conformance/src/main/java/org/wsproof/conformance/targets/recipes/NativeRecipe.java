package org.wsproof.conformance.targets.recipes;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Declaration;
import org.wsproof.conformance.targets.Mode;
import org.wsproof.conformance.targets.Offer;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;
import org.wsproof.conformance.targets.Timers;

/** What is the same for proxies that are a program on this machine, with one configuration file for all profiles. */
final class NativeRecipe {
    /** A timer that does not fire in a run. */
    static final Duration LONG = Duration.ofHours(1);

    static final Set<Profile> PROFILES = Set.of(
            Profile.PLAIN, Profile.SHORT_TIMERS, Profile.TLS_FRONTSIDE, Profile.TLS_VALIDATED, Profile.TLS_UNVALIDATED);

    private static final Duration START = Duration.ofSeconds(10);

    private final String name;
    private final Template template;
    private final Map<Profile, Timers> timers;

    /** @param timers what the configuration sets, a profile; {@code PLAIN}'s for those that are not named */
    NativeRecipe(String name, Template template, Map<Profile, Timers> timers) {
        this.name = name;
        this.template = template;
        this.timers = timers;
    }

    /** @param options before the configuration file's path */
    Target start(Site site, Binary binary, List<String> options) throws IOException {
        Map<Profile, InetSocketAddress> frontsides = Frontsides.reserve(PROFILES);
        Path configuration = template.write(site, frontsides);
        List<String> command = new ArrayList<>(List.of(binary.path().toString()));
        command.addAll(options);
        command.add(configuration.toString());
        ProxyProcess process;
        try {
            process = ProxyProcess.start(command, site.folder().resolve(name + ".log"), frontsides.values(), START);
        } catch (IOException e) {
            throw new IOException(name + " " + binary.version() + ": " + e.getMessage(), e);
        }
        Map<Profile, Offer> offers = new EnumMap<>(Profile.class);
        frontsides.forEach((profile, address) ->
                offers.put(profile, new Offer(Frontsides.url(profile, address), timersOf(profile))));
        return new ProcessTarget(new Declaration(name, binary.version(), Mode.TRANSPARENT), offers, process);
    }

    private Timers timersOf(Profile profile) {
        Timers own = timers.get(profile);
        return own != null ? own : Objects.requireNonNull(timers.get(Profile.PLAIN));
    }
}
