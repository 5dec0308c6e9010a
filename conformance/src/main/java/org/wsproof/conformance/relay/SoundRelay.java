package org.wsproof.conformance.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.guard.Guard;
import org.wsproof.conformance.relay.link.Connections;
import org.wsproof.conformance.relay.link.Threads;
import org.wsproof.conformance.relay.link.Tls;
import org.wsproof.conformance.relay.tunnel.Tunnels;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;
import org.wsproof.conformance.targets.Timers;

/**
 * A small correct proxy: it passes every case. With a fault it is unsound in one way, and the cases that name this fault
 * as their counter-example must notice.
 */
public final class SoundRelay implements Recipe {
    private static final Duration HEAD = Duration.ofSeconds(30);
    private static final Duration BRIEF = Duration.ofSeconds(1);
    private static final Timers PATIENT =
            new Timers(Timers.NEVER, HEAD, Duration.ofMinutes(1), Timers.NEVER, Timers.NEVER);
    private static final Timers SHORT = new Timers(BRIEF, BRIEF, BRIEF, Timers.NEVER, Timers.NEVER);

    /** How long the authority may take, and how long a drain. */
    private static final Duration HALF = Duration.ofMillis(500);

    private static final Timers GUARDED = new Timers(Timers.NEVER, HEAD, Duration.ofMinutes(1), HALF, Timers.NEVER);
    private static final Timers DISPOSABLE = new Timers(Timers.NEVER, HEAD, Duration.ofMinutes(1), Timers.NEVER, HALF);

    private final Faults faults;

    /** Sound without faults. */
    public SoundRelay(Fault... faults) {
        this.faults = Faults.of(List.of(faults));
    }

    @Override
    public String name() {
        return "sound-relay";
    }

    @Override
    public Set<Profile> profiles() {
        return Set.of(
                Profile.PLAIN,
                Profile.SHORT_TIMERS,
                Profile.TLS_FRONTSIDE,
                Profile.TLS_VALIDATED,
                Profile.TLS_UNVALIDATED,
                Profile.GUARDED,
                Profile.DISPOSABLE);
    }

    @Override
    public Target start(Site site) throws IOException {
        Threads threads = new Threads("relay");
        Connections connections = new Connections(threads);
        Map<Profile, Frontside> frontsides = new EnumMap<>(Profile.class);
        Target target = new RunningRelay(name(), frontsides, connections, threads);
        try {
            for (Map.Entry<Profile, InetSocketAddress> origin : site.origins().entrySet()) {
                Profile profile = origin.getKey();
                Terms terms = new Terms(
                        origin.getValue(),
                        timers(profile),
                        frontTls(profile, site),
                        backTls(profile, site),
                        guard(profile, site, connections),
                        new Tunnels(),
                        connections,
                        threads,
                        new Crowd(faults),
                        faults,
                        new ConcurrentLinkedQueue<>());
                frontsides.put(profile, Frontside.open(terms));
            }
            return target;
        } catch (IOException e) {
            target.close();
            throw e;
        }
    }

    private static Timers timers(Profile profile) {
        return switch (profile) {
            case SHORT_TIMERS -> SHORT;
            case GUARDED -> GUARDED;
            case DISPOSABLE -> DISPOSABLE;
            default -> PATIENT;
        };
    }

    private Optional<Guard> guard(Profile profile, Site site, Connections connections) {
        return profile == Profile.GUARDED
                ? site.authority().map(at -> new Guard(at, GUARDED.authority(), connections, faults))
                : Optional.empty();
    }

    private static Optional<SSLContext> frontTls(Profile profile, Site site) throws IOException {
        return profile == Profile.TLS_FRONTSIDE
                ? Optional.of(Tls.server(site.frontCertificate(), site.frontKey()))
                : Optional.empty();
    }

    private Optional<BacksideTls> backTls(Profile profile, Site site) throws IOException {
        return switch (profile) {
            case TLS_VALIDATED -> Optional.of(new Trust(faults).validated(site.trusted()));
            case TLS_UNVALIDATED -> Optional.of(new Trust(faults).unvalidated(site.trusted()));
            default -> Optional.empty();
        };
    }
}
