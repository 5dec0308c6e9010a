package org.wsproof.junit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
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
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Timers;
import org.wsproof.conformance.targets.Trust;
import org.wsproof.conformance.targets.file.TargetFile;
import org.wsproof.conformance.targets.recipes.UrlRecipe;

/**
 * A proxy that somebody else starts: what it offers, and where. Each profile has a frontside, where clients connect, and an
 * origin, where the proxy expects its backside and the kit listens. Cases of a profile that is not given are not tested,
 * which is no failure.
 *
 * <p>Methods throw {@link IllegalArgumentException} for what can't be: a URL of another scheme, a profile given twice, an address for
 * two kinds of listener. Not thread-safe.
 */
public final class RunningProxy {
    private static final String ORIGIN = "an origin";
    private static final String TLS_ORIGIN = "an origin that speaks TLS";

    private final String name;
    private final Map<Profile, TargetFile.Place> places = new EnumMap<>(Profile.class);
    /** Each address the kit listens on, and as what. */
    private final Map<InetSocketAddress, String> taken = new HashMap<>();

    private final List<KitAddress> addresses = new ArrayList<>();
    private String version = "";
    private Mode mode = Mode.TRANSPARENT;
    private Optional<InetSocketAddress> authority = Optional.empty();
    private Optional<Trust> trust = Optional.empty();

    private RunningProxy(String name) {
        this.name = name;
    }

    /**
     * A proxy with the profile plain.
     *
     * @param frontside {@code ws://HOST[:PORT][/PATH]}
     * @param origin where its backside connects to
     */
    public static RunningProxy at(String frontside, KitAddress origin) {
        return named(frontside).plain(frontside, origin);
    }

    /** A proxy whose profiles follow. */
    public static RunningProxy named(String name) {
        return new RunningProxy(name);
    }

    /** As it is to be told in reports; not known unless given. */
    public RunningProxy version(String text) {
        version = text;
        return this;
    }

    /** It reads frames and writes its own, and is held to messages; a proxy is transparent unless it says so. */
    public RunningProxy framing() {
        mode = Mode.FRAMING;
        return this;
    }

    /**
     * HTTP on both legs, with timers too long to fire.
     *
     * @param frontside {@code ws://HOST[:PORT][/PATH]}
     */
    public RunningProxy plain(String frontside, KitAddress origin) {
        return offer(Profile.PLAIN, place(frontside, origin, Timers.none()), ORIGIN);
    }

    /**
     * The same with timers that cases can wait for.
     *
     * @param frontside {@code ws://HOST[:PORT][/PATH]}
     * @param timers those of idle, head and handshake that it has, each up to 10 s: {@code Timers.none().withIdle(…)}
     */
    public RunningProxy shortTimers(String frontside, KitAddress origin, Timers timers) {
        boolean none = true;
        for (Duration time : List.of(timers.idle(), timers.head(), timers.handshake())) {
            none &= time.equals(Timers.NEVER);
            requireShort(time);
        }
        if (none) {
            throw new IllegalArgumentException("short timers without a timer: give idle, head or handshake");
        }
        return offer(Profile.SHORT_TIMERS, place(frontside, origin, timers), ORIGIN);
    }

    /**
     * TLS on the frontside.
     *
     * @param frontside {@code wss://HOST[:PORT][/PATH]}
     * @param certificate {@link Trust#system} for one that this machine trusts, {@link Trust#anybody} for any
     */
    public RunningProxy tlsFrontside(String frontside, KitAddress origin, Trust certificate) {
        trust = Optional.of(certificate);
        return offer(Profile.TLS_FRONTSIDE, place(frontside, origin, Timers.none()), ORIGIN);
    }

    /**
     * {@code https} to the origin, whose certificate is not checked.
     *
     * @param frontside {@code ws://HOST[:PORT][/PATH]}
     * @param origin of its own: it speaks TLS
     */
    public RunningProxy tlsUnvalidated(String frontside, KitAddress origin) {
        return offer(Profile.TLS_UNVALIDATED, place(frontside, origin, Timers.none()), TLS_ORIGIN);
    }

    /**
     * An authority is asked first who may connect.
     *
     * @param frontside {@code ws://HOST[:PORT][/PATH]}
     * @param asked where the proxy asks, in plain HTTP
     * @param timeout how long it waits for an answer, up to 10 s
     */
    public RunningProxy guarded(String frontside, KitAddress origin, KitAddress asked, Duration timeout) {
        requireShort(timeout);
        claim(asked, "an authority");
        authority = Optional.of(asked.address());
        return offer(Profile.GUARDED, place(frontside, origin, Timers.none().withAuthority(timeout)), ORIGIN);
    }

    private static void requireShort(Duration time) {
        boolean never = time.equals(Timers.NEVER);
        if (!never && (time.isNegative() || time.isZero() || time.compareTo(UrlRecipe.LONGEST_IDLE) > 0)) {
            throw new IllegalArgumentException("a timer of " + time.toMillis() + " ms can't be waited for: 1 ms to "
                    + UrlRecipe.LONGEST_IDLE.toSeconds() + " s can");
        }
    }

    private record At(TargetFile.Place place, KitAddress origin) {}

    private static At place(String frontside, KitAddress origin, Timers timers) {
        return new At(new TargetFile.Place(url(frontside), origin.address(), timers), origin);
    }

    private RunningProxy offer(Profile profile, At at, String kind) {
        String scheme = profile == Profile.TLS_FRONTSIDE ? "wss" : "ws";
        URI frontside = at.place().frontside();
        if (!scheme.equals(frontside.getScheme())) {
            throw new IllegalArgumentException(
                    profile.slug() + ": '" + frontside + "' is not " + scheme + "://HOST[:PORT][/PATH]");
        }
        if (places.putIfAbsent(profile, at.place()) != null) {
            throw new IllegalArgumentException("the profile " + profile.slug() + " is given twice");
        }
        claim(at.origin(), kind);
        return this;
    }

    /** Profiles may share an origin, if it is of one kind. */
    private void claim(KitAddress address, String as) {
        String before = taken.putIfAbsent(address.address(), as);
        if (before != null && !before.equals(as)) {
            throw new IllegalArgumentException(
                    address + ": " + before + " listens there already; another address for " + as);
        }
        addresses.add(address);
    }

    private static URI url(String text) {
        try {
            URI url = new URI(text);
            if (url.getScheme() != null && url.getHost() != null && url.getFragment() == null) {
                return url.getRawPath().isEmpty() ? url.resolve("/") : url;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is no URL: " + e.getReason(), e);
        }
        throw new IllegalArgumentException("'" + text + "' is not ws://HOST[:PORT][/PATH]");
    }

    Recipe recipe() {
        if (places.isEmpty()) {
            throw new IllegalArgumentException(name + " offers no profile: give plain(…) at least");
        }
        return new TargetFile(new Declaration(name, version, mode), Map.copyOf(places), authority, trust);
    }

    /** Lets go of the ports that were kept for the kit. */
    void release() throws IOException {
        for (KitAddress address : addresses) {
            address.close();
        }
    }
}
