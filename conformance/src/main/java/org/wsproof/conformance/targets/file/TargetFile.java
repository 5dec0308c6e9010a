package org.wsproof.conformance.targets.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Declaration;
import org.wsproof.conformance.targets.Offer;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;
import org.wsproof.conformance.targets.Timers;
import org.wsproof.conformance.targets.Trust;
import org.wsproof.conformance.targets.recipes.ProxyProcess;

/**
 * A target that somebody else started, as a file describes it: some profiles, each with the frontside's URL and the address where
 * the target expects its origin.
 *
 * @param authority where it asks whether a request is allowed; there if it offers {@link Profile#GUARDED}
 * @param trust whom clients trust on its TLS frontside; there if it offers {@link Profile#TLS_FRONTSIDE}
 */
public record TargetFile(
        Declaration declaration,
        Map<Profile, Place> places,
        Optional<InetSocketAddress> authority,
        Optional<Trust> trust)
        implements Recipe {
    private static final String TEMPLATE = "target.yaml";

    /**
     * One profile.
     *
     * @param frontside {@code ws}, or {@code wss} of the profile tls-frontside
     * @param origin where the target's backside connects to
     * @param timers those that the file does not give never fire
     */
    public record Place(URI frontside, InetSocketAddress origin, Timers timers) {}

    /**
     * Reads a file.
     *
     * @throws IOException if it can't be read, or has a mistake; the message is one line for a person, {@code file:line: key: what
     *     it is; what is allowed}
     */
    public static TargetFile read(Path file) throws IOException {
        return new TargetFileReader(file).read();
    }

    /** A commented file to start from, which can be read as it is. */
    public static String template() throws IOException {
        try (InputStream in = TargetFile.class.getResourceAsStream(TEMPLATE)) {
            return new String(Objects.requireNonNull(in, TEMPLATE).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public Set<Profile> profiles() {
        return places.keySet();
    }

    @Override
    public Optional<InetSocketAddress> originAt(Profile profile) {
        return Optional.ofNullable(places.get(profile)).map(Place::origin);
    }

    @Override
    public Optional<InetSocketAddress> authorityAt() {
        return authority;
    }

    @Override
    public Target start(Site site) throws IOException {
        Map<Profile, InetSocketAddress> frontsides = new EnumMap<>(Profile.class);
        for (Map.Entry<Profile, Place> one : places.entrySet()) {
            InetSocketAddress address = address(one.getValue().frontside());
            String where = one.getValue().frontside().getHost() + ":" + address.getPort();
            if (address.isUnresolved()) {
                throw new IOException("the host name in " + where + " is not known");
            }
            if (!ProxyProcess.accepts(address)) {
                throw new IOException("nobody listens on " + where + " (profile "
                        + one.getKey().slug() + "): start your proxy first, with its backside at "
                        + one.getValue().origin().getHostString() + ":"
                        + one.getValue().origin().getPort());
            }
            frontsides.put(one.getKey(), address);
        }
        return new Running(this, Set.copyOf(frontsides.values()));
    }

    private static InetSocketAddress address(URI frontside) {
        int standard = frontside.getScheme().equals("wss") ? 443 : 80;
        return new InetSocketAddress(frontside.getHost(), frontside.getPort() < 0 ? standard : frontside.getPort());
    }

    private record Running(TargetFile file, Set<InetSocketAddress> frontsides) implements Target {
        @Override
        public Declaration declaration() {
            return file.declaration();
        }

        @Override
        public Map<Profile, Offer> offers() {
            Map<Profile, Offer> offers = new EnumMap<>(Profile.class);
            file.places()
                    .forEach((profile, place) -> offers.put(profile, new Offer(place.frontside(), place.timers())));
            return offers;
        }

        @Override
        public Optional<Trust> trust() {
            return file.trust();
        }

        @Override
        public boolean alive() {
            return frontsides.stream().allMatch(ProxyProcess::accepts);
        }

        @Override
        public String lastWords() {
            return "";
        }

        @Override
        public void close() {
            // It is not ours to stop.
        }
    }
}
