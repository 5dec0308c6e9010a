package org.wsproof.cli.targets;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.wsproof.cli.process.JavaProgram;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Step.Operation;
import org.wsproof.conformance.targets.Declaration;
import org.wsproof.conformance.targets.Mode;
import org.wsproof.conformance.targets.Offer;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;
import org.wsproof.conformance.targets.Timers;
import org.wsproof.conformance.targets.recipes.Frontsides;
import org.wsproof.conformance.targets.recipes.ProcessOperations;
import org.wsproof.conformance.targets.recipes.ProcessTarget;
import org.wsproof.conformance.targets.recipes.ProxyProcess;

/** The bundled gateway as a child process, which the kit treats like any other proxy: one gateway a profile. */
final class BundledRecipe implements Recipe {
    private static final Set<Profile> PROFILES = Set.of(
            Profile.PLAIN,
            Profile.SHORT_TIMERS,
            Profile.TLS_FRONTSIDE,
            Profile.TLS_VALIDATED,
            Profile.TLS_UNVALIDATED,
            Profile.GUARDED,
            Profile.DISPOSABLE);

    /** A reload needs no signal: the gateway watches its file. */
    private static final Map<Operation, String> SIGNALS = Map.of(Operation.DRAIN, "TERM", Operation.RELOAD, "");

    /** Many cases start one of their own: with the first compiler alone it starts in half the time. */
    private static final List<String> OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final int STARTS = 3;
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration HEAD = Duration.ofSeconds(30);
    private static final Duration HANDSHAKE = Duration.ofSeconds(60);
    private static final Duration AUTHORITY = Duration.ofSeconds(1);

    private final String classPath;
    private final String version;

    /** @param classPath where the gateway's classes are */
    BundledRecipe(String classPath, String version) {
        this.classPath = classPath;
        this.version = version;
    }

    @Override
    public String name() {
        return "bundled";
    }

    @Override
    public Set<Profile> profiles() {
        return PROFILES;
    }

    @Override
    public Target start(Site site) throws IOException {
        for (int again = STARTS; ; again--) {
            try {
                return started(site);
            } catch (IOException e) {
                // It takes the gateway a moment to bind the ports that were free before.
                if (again == 1 || !String.valueOf(e.getMessage()).contains("Address already in use")) {
                    throw new IOException("the bundled gateway: " + e.getMessage(), e);
                }
            }
        }
    }

    private Target started(Site site) throws IOException {
        Map<Profile, InetSocketAddress> frontsides = Frontsides.reserve(PROFILES);
        Path configuration = site.folder().resolve("gateway.yaml");
        Files.writeString(configuration, configuration(site, frontsides));
        List<String> command = JavaProgram.gateway(classPath).with(OPTIONS).command(configuration.toString());
        ProxyProcess process =
                ProxyProcess.start(command, site.folder().resolve("gateway.log"), frontsides.values(), START);
        Map<Profile, Offer> offers = new EnumMap<>(Profile.class);
        frontsides.forEach((profile, address) ->
                offers.put(profile, new Offer(Frontsides.url(profile, address), timers(profile))));
        return new ProcessTarget(
                new Declaration("wsproof gateway", version, Mode.TRANSPARENT),
                offers,
                process,
                Optional.of(new ProcessOperations(process, configuration, SIGNALS)));
    }

    private static Timers timers(Profile profile) {
        return switch (profile) {
            case SHORT_TIMERS -> new Timers(SHORT, SHORT, SHORT, Timers.NEVER, SHORT);
            case GUARDED -> new Timers(Timers.NEVER, HEAD, HANDSHAKE, AUTHORITY, SHORT);
            default -> new Timers(Timers.NEVER, HEAD, HANDSHAKE, Timers.NEVER, SHORT);
        };
    }

    private static String configuration(Site site, Map<Profile, InetSocketAddress> frontsides) {
        StringBuilder yaml = new StringBuilder("multi-protocol-gateways:\n");
        PROFILES.stream().sorted().forEach(profile -> {
            InetSocketAddress origin = Objects.requireNonNull(site.origins().get(profile));
            InetSocketAddress front = Objects.requireNonNull(frontsides.get(profile));
            yaml.append(gateway(profile, front, origin))
                    .append(tlsServer(profile, site))
                    .append(tlsClient(profile, site))
                    .append(policies(profile, site));
        });
        return yaml.toString();
    }

    private static String gateway(Profile profile, InetSocketAddress frontside, InetSocketAddress origin) {
        Timers timers = timers(profile);
        String scheme = profile == Profile.TLS_VALIDATED || profile == Profile.TLS_UNVALIDATED ? "https" : "http";
        return String.format(
                """
                  - name: %1$s
                    default-backside-url: %2$s://%3$s:%4$d
                    handshake-timeout: %5$ds
                    drain-grace: %10$ds
                    front-side-handlers:
                      - %8$s:
                          name: %1$s-%8$s
                          address: 127.0.0.1
                          port: %6$d
                          allowed-methods-and-versions: get-only
                          allow-websocket-upgrade: true
                          websocket-idle-timeout: %7$ds
                          header-timeout: %9$ds
                """,
                profile.slug(),
                scheme,
                origin.getAddress().getHostAddress(),
                origin.getPort(),
                timers.handshake().toSeconds(),
                frontside.getPort(),
                timers.idle().toSeconds(),
                profile == Profile.TLS_FRONTSIDE ? "https" : "http",
                timers.head().toSeconds(),
                timers.drain().toSeconds());
    }

    /** The last keys of the front side handler. */
    private static String tlsServer(Profile profile, Site site) {
        return profile == Profile.TLS_FRONTSIDE
                ? "          certificate: " + quoted(site.frontCertificate()) + "\n          key: "
                        + quoted(site.frontKey()) + "\n"
                : "";
    }

    private static String quoted(Path file) {
        return "'" + file.toString().replace("'", "''") + "'";
    }

    private static String tlsClient(Profile profile, Site site) {
        return switch (profile) {
            case TLS_VALIDATED ->
                "    ssl-client-profile:\n      name: validated\n      trusted-certificates: " + quoted(site.trusted())
                        + "\n";
            case TLS_UNVALIDATED ->
                "    ssl-client-profile:\n      name: unvalidated\n      validate-server-certificate: false\n";
            default -> "";
        };
    }

    private static String policies(Profile profile, Site site) {
        if (profile != Profile.GUARDED) {
            return "";
        }
        InetSocketAddress authority = site.authority().orElseThrow();
        return String.format("""
                    policies:
                      authorization-url:
                        url: http://%s:%d/
                        timeout: %ds
                """, authority.getAddress().getHostAddress(), authority.getPort(), AUTHORITY.toSeconds());
    }
}
