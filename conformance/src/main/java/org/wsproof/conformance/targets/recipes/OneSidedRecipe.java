package org.wsproof.conformance.targets.recipes;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
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
import org.wsproof.conformance.targets.Trust;

/**
 * A target that somebody else started, in front of somebody else's echo server: only its frontside is within reach.
 *
 * @param frontside {@code ws} or {@code wss}; its path and query are where the echo server is found
 * @param idle the target's idle timeout, if it is to be tested
 * @param trust whose certificates a {@code wss} frontside may show
 */
public record OneSidedRecipe(URI frontside, Optional<Duration> idle, Trust trust) implements Recipe {
    private static final int TLS_MILLIS = 5_000;

    @Override
    public String name() {
        return "one-sided";
    }

    @Override
    public Set<Profile> profiles() {
        return idle.isPresent() && idle.get().compareTo(UrlRecipe.LONGEST_IDLE) <= 0
                ? Set.of(Profile.PLAIN, Profile.SHORT_TIMERS)
                : Set.of(Profile.PLAIN);
    }

    @Override
    public boolean oneSided() {
        return true;
    }

    @Override
    public Target start(Site site) throws IOException {
        int standard = tls() ? 443 : 80;
        InetSocketAddress address =
                new InetSocketAddress(frontside.getHost(), frontside.getPort() < 0 ? standard : frontside.getPort());
        String where = frontside.getHost() + ":" + address.getPort();
        if (address.isUnresolved()) {
            throw new IOException("the host name " + frontside.getHost() + " is not known");
        }
        if (!ProxyProcess.accepts(address)) {
            throw new IOException("nobody listens on " + where);
        }
        if (tls()) {
            shakeHands(address, where);
        }
        return new Running(this, address);
    }

    /** Once before anything runs: what would fail each case alike is said in one line. */
    private void shakeHands(InetSocketAddress address, String where) throws IOException {
        try (Socket tcp = new Socket()) {
            tcp.connect(address, TLS_MILLIS);
            trust.over(tcp, frontside.getHost(), "", TLS_MILLIS).close();
        } catch (IOException e) {
            boolean certificate = e.getCause() instanceof GeneralSecurityException;
            String hint = certificate ? " (--insecure accepts any certificate)" : "";
            throw new IOException("the TLS handshake with " + where + " failed: " + words(e) + hint, e);
        }
    }

    /** What the JDK says, without the names of its classes. */
    private static String words(IOException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\S+Exception: ", "");
    }

    private boolean tls() {
        return frontside.getScheme().equals("wss");
    }

    private Map<Profile, Offer> offers() {
        Duration unknown = Timers.NEVER;
        Timers timers = new Timers(idle.orElse(unknown), unknown, unknown, unknown, unknown);
        Map<Profile, Offer> offers = new EnumMap<>(Profile.class);
        profiles().forEach(profile -> offers.put(profile, new Offer(frontside, timers)));
        return offers;
    }

    private record Running(OneSidedRecipe recipe, InetSocketAddress address) implements Target {
        @Override
        public Declaration declaration() {
            return new Declaration(recipe.frontside().toString(), "", Mode.ONE_SIDED);
        }

        @Override
        public Map<Profile, Offer> offers() {
            return recipe.offers();
        }

        @Override
        public Optional<Trust> trust() {
            return Optional.of(recipe.trust());
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
