package org.wsproof.conformance.targets.file;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Declaration;
import org.wsproof.conformance.targets.Mode;
import org.wsproof.conformance.targets.Timers;
import org.wsproof.conformance.targets.Trust;
import org.wsproof.conformance.targets.recipes.UrlRecipe;

/** Reads a target file. */
final class TargetFileReader {
    private static final List<String> KEYS = List.of("name", "version", "mode", "profiles");
    private static final String PROFILES = "profiles";
    private static final String ORIGIN = "origin";
    private static final String AUTHORITY = "authority";
    private static final String CERTIFICATE = "certificate";
    private static final String IDLE = "idle-timeout";
    private static final String HEAD = "header-timeout";
    private static final String HANDSHAKE = "handshake-timeout";
    private static final String ASKING = "authorization-timeout";

    /** What a profile is described by, beside its two ends. */
    private static final Map<Profile, List<String>> OWN_KEYS = Map.of(
            Profile.PLAIN, List.of(),
            Profile.SHORT_TIMERS, List.of(IDLE, HEAD, HANDSHAKE),
            Profile.TLS_FRONTSIDE, List.of(CERTIFICATE),
            Profile.TLS_UNVALIDATED, List.of(),
            Profile.GUARDED, List.of(AUTHORITY, ASKING));

    /** Why a file can't offer the others. */
    private static final Map<Profile, String> NOT_OFFERED = Map.of(
            Profile.TLS_VALIDATED,
            "a proxy that runs already can't trust the kit's authority, which is made anew for each run",
            Profile.DISPOSABLE,
            "the kit would have to start a proxy for each of its cases, and did not start this one");

    private final Path file;
    /** Each address the kit is to listen on, and as what. */
    private final Map<InetSocketAddress, String> taken = new HashMap<>();

    TargetFileReader(Path file) {
        this.file = file;
    }

    TargetFile read() throws IOException {
        Keys root = Keys.of(file, "", YamlValues.read(file), KEYS);
        Declaration declaration = new Declaration(
                root.text("name", "a name of your choice"),
                root.optional("version", "a text").orElse(""),
                root.choice(
                        "mode", Map.of("transparent", Mode.TRANSPARENT, "framing", Mode.FRAMING), Mode.TRANSPARENT));
        Keys profiles = profiles(root);
        Map<Profile, TargetFile.Place> places = new EnumMap<>(Profile.class);
        Optional<InetSocketAddress> authority = Optional.empty();
        Optional<Trust> trust = Optional.empty();
        for (Profile profile : Profile.values()) {
            if (!profiles.has(profile.slug())) {
                continue;
            }
            Keys keys = profiles.under(profile.slug(), keysOf(profile));
            places.put(profile, place(profile, keys));
            if (profile == Profile.GUARDED) {
                authority = Optional.of(claimed(keys, AUTHORITY, "an authority"));
            }
            if (profile == Profile.TLS_FRONTSIDE) {
                trust = Optional.of(trust(keys));
            }
        }
        return new TargetFile(declaration, places, authority, trust);
    }

    private Keys profiles(Keys root) throws IOException {
        List<String> all = new ArrayList<>();
        for (Profile profile : Profile.values()) {
            all.add(profile.slug());
        }
        List<String> possible = List.of(Profile.values()).stream()
                .filter(OWN_KEYS::containsKey)
                .map(Profile::slug)
                .toList();
        Keys profiles = root.under(PROFILES, all);
        for (Map.Entry<Profile, String> other : NOT_OFFERED.entrySet()) {
            if (profiles.has(other.getKey().slug())) {
                throw profiles.wrong(
                        other.getKey().slug(),
                        "can't be offered by a file: " + other.getValue() + "; allowed: "
                                + String.join(", ", possible));
            }
        }
        if (profiles.mapping().keys().isEmpty()) {
            throw profiles.wrong("", "has no profile; allowed: " + String.join(", ", possible));
        }
        return profiles;
    }

    private static List<String> keysOf(Profile profile) {
        List<String> keys = new ArrayList<>(List.of("frontside", ORIGIN));
        keys.addAll(OWN_KEYS.getOrDefault(profile, List.of()));
        return keys;
    }

    private TargetFile.Place place(Profile profile, Keys keys) throws IOException {
        boolean tls = profile == Profile.TLS_UNVALIDATED;
        return new TargetFile.Place(
                keys.url("frontside", profile == Profile.TLS_FRONTSIDE ? "wss" : "ws"),
                claimed(keys, ORIGIN, tls ? "an origin that speaks TLS" : "an origin"),
                timers(profile, keys));
    }

    /** Profiles may share an origin, if it is of one kind. */
    private InetSocketAddress claimed(Keys keys, String key, String as) throws IOException {
        InetSocketAddress address = keys.address(key);
        String before = taken.putIfAbsent(address, as);
        if (before != null && !before.equals(as)) {
            throw keys.wrong(
                    key,
                    "is \"" + address.getHostString() + ":" + address.getPort() + "\", where " + before
                            + " listens already; allowed: another address for " + as);
        }
        return address;
    }

    private static Timers timers(Profile profile, Keys keys) throws IOException {
        Duration never = Timers.NEVER;
        if (profile == Profile.GUARDED) {
            return new Timers(never, never, never, time(keys, ASKING), never);
        }
        if (profile != Profile.SHORT_TIMERS) {
            return new Timers(never, never, never, never, never);
        }
        if (!keys.has(IDLE) && !keys.has(HEAD) && !keys.has(HANDSHAKE)) {
            throw keys.wrong("", "has no timer; allowed: " + String.join(", ", IDLE, HEAD, HANDSHAKE));
        }
        return new Timers(time(keys, IDLE), time(keys, HEAD), time(keys, HANDSHAKE), never, never);
    }

    private static Duration time(Keys keys, String key) throws IOException {
        return keys.time(key, UrlRecipe.LONGEST_IDLE).orElse(Timers.NEVER);
    }

    private static Trust trust(Keys keys) throws IOException {
        boolean any = keys.choice(CERTIFICATE, Map.of("any", true, "trusted", false), false);
        return any ? Trust.anybody() : Trust.system();
    }
}
