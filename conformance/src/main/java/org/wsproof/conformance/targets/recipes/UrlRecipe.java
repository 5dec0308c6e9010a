package org.wsproof.conformance.targets.recipes;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Declaration;
import org.wsproof.conformance.targets.Mode;
import org.wsproof.conformance.targets.Offer;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;
import org.wsproof.conformance.targets.Timers;

/**
 * A target that somebody else started: a frontside URL, and the address where it expects its origin.
 *
 * @param frontside {@code ws}
 * @param origin where the target's backside connects to
 * @param idle its idle timeout, if it is to be tested
 */
public record UrlRecipe(URI frontside, InetSocketAddress origin, Optional<Duration> idle, Mode mode) implements Recipe {
    /** Longer than this, waiting for an idle tunnel's end would take too long. */
    public static final Duration LONGEST_IDLE = Duration.ofSeconds(10);

    /** All cases meet the one idle timeout of a URL, and some are silent for more than a second. */
    public static final Duration SHORTEST_IDLE = Duration.ofSeconds(2);

    private static final int DEFAULT_PORT = 80;

    @Override
    public String name() {
        return "url";
    }

    @Override
    public Set<Profile> profiles() {
        return idle.isPresent() && idle.get().compareTo(LONGEST_IDLE) <= 0
                ? Set.of(Profile.PLAIN, Profile.SHORT_TIMERS)
                : Set.of(Profile.PLAIN);
    }

    @Override
    public Optional<InetSocketAddress> originAt(Profile profile) {
        return Optional.of(origin);
    }

    @Override
    public Target start(Site site) throws IOException {
        InetSocketAddress address = address();
        if (address.isUnresolved()) {
            throw new IOException("the host name " + frontside.getHost() + " is not known");
        }
        if (!ProxyProcess.accepts(address)) {
            throw new IOException("nobody listens on " + frontside.getHost() + ":" + address.getPort()
                    + ": start your proxy first, with its backside at " + origin.getHostString() + ":"
                    + origin.getPort());
        }
        return new Running(this, address);
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(frontside.getHost(), frontside.getPort() < 0 ? DEFAULT_PORT : frontside.getPort());
    }

    private Map<Profile, Offer> offers() {
        Duration unknown = Timers.NEVER;
        Timers timers = new Timers(idle.orElse(unknown), unknown, unknown, unknown, unknown);
        Map<Profile, Offer> offers = new EnumMap<>(Profile.class);
        profiles().forEach(profile -> offers.put(profile, new Offer(frontside, timers)));
        return offers;
    }

    private record Running(UrlRecipe recipe, InetSocketAddress address) implements Target {
        @Override
        public Declaration declaration() {
            return new Declaration(recipe.frontside().toString(), "", recipe.mode());
        }

        @Override
        public Map<Profile, Offer> offers() {
            return recipe.offers();
        }

        @Override
        public boolean alive() {
            return ProxyProcess.accepts(address);
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
