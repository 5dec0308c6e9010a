package org.wsproof.cli.targets;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.wsproof.cli.Durations;
import org.wsproof.cli.UsageException;
import org.wsproof.conformance.targets.Mode;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Trust;
import org.wsproof.conformance.targets.recipes.OneSidedRecipe;
import org.wsproof.conformance.targets.recipes.UrlRecipe;
import org.wsproof.conformance.targets.recipes.containers.Via;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which proxy is put to the test. */
public final class TargetOptions {
    @Parameters(
            arity = "0..1",
            paramLabel = "URL",
            description =
                    "A proxy that you started, ws://HOST[:PORT][/PATH] (with --one-sided wss:// too); without it the"
                            + " bundled gateway.")
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--recipe",
            paramLabel = "NAME",
            description =
                    "A real proxy that is started for the run: nginx, haproxy, apache, caddy, lighttpd, varnish, on"
                            + " the JVM undertow-proxy-handler, spring-cloud-gateway, vertx, or on Node node-http-proxy.")
    private Optional<String> recipe = Optional.empty();

    @Option(
            names = "--via",
            paramLabel = "HOW",
            description =
                    "With --recipe: native (a program that is installed) or container (the project's official image; needs"
                            + " Docker). Without it, native if it is installed, else container.")
    private Optional<Via> via = Optional.empty();

    @Option(
            names = "--target",
            paramLabel = "FILE",
            description =
                    "A proxy that you started, with more than one profile: a file that says what it offers, and where"
                            + " ('wsproof target init' writes one).")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--origin-listen",
            paramLabel = "HOST:PORT",
            converter = Addresses.class,
            description = "With URL: where your proxy expects its origin; the kit's origin listens there.")
    private Optional<InetSocketAddress> origin = Optional.empty();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "With URL: transparent (relays octets as they are, the default) or framing (writes frames of its own).")
    private Optional<Mode> mode = Optional.empty();

    @Option(
            names = "--idle-timeout",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "With URL: your proxy's idle timeout, 5s say, 2s at least; up to 10s it is tested.")
    private Optional<Duration> idle = Optional.empty();

    @Option(
            names = "--one-sided",
            description =
                    "With URL: an echo server that is not the kit's stands behind the proxy; the kit plays the client"
                            + " alone, and judges what it can.")
    private boolean oneSided;

    @Option(
            names = "--insecure",
            description = "With --one-sided and wss://: accept any certificate (else: as this machine trusts).")
    private boolean insecure;

    /**
     * What the options name; the bundled gateway if nothing.
     *
     * @throws UsageException if they don't go together, or name nothing that there is
     */
    public Recipe target() throws UsageException {
        if (Stream.of(url, recipe, file).filter(Optional::isPresent).count() > 1) {
            throw new UsageException("a URL, --recipe and --target each name a target: give one of them");
        }
        if (via.isPresent() && recipe.isEmpty()) {
            throw new UsageException("--via says how a --recipe is run: give one");
        }
        if (url.isPresent()) {
            requireLongEnough();
            return oneSided ? echoed(url.get()) : between(url.get());
        }
        if (origin.isPresent() || mode.isPresent() || idle.isPresent() || oneSided || insecure) {
            throw new UsageException("--origin-listen, --mode, --idle-timeout, --one-sided and --insecure describe a"
                    + " proxy that you started: they need its URL");
        }
        return file.isPresent() ? Recipes.file(file.get()) : Recipes.strictly(recipe.orElse(Recipes.BUNDLED), via);
    }

    private void requireLongEnough() throws UsageException {
        if (idle.filter(time -> time.compareTo(UrlRecipe.SHORTEST_IDLE) < 0).isPresent()) {
            throw new UsageException(
                    "--idle-timeout is too short: all cases meet it, and some are silent for more than a second;"
                            + " set your proxy's to 2s or more, or give a --target file that has such a timer apart");
        }
    }

    /** True where only the client's end is the kit's. */
    public boolean oneSided() {
        return oneSided;
    }

    private Recipe echoed(String text) throws UsageException {
        if (origin.isPresent() || mode.isPresent()) {
            throw new UsageException(
                    "--one-sided has an origin that is not the kit's: --origin-listen and --mode are for both"
                            + " ends");
        }
        URI frontside = frontside(text, List.of("ws", "wss"));
        if (insecure && frontside.getScheme().equals("ws")) {
            throw new UsageException("--insecure is for wss://");
        }
        return new OneSidedRecipe(frontside, idle, insecure ? Trust.anybody() : Trust.system());
    }

    private Recipe between(String text) throws UsageException {
        if (insecure) {
            throw new UsageException("--insecure is for --one-sided");
        }
        URI frontside = frontside(text, List.of("ws"));
        if (origin.isEmpty()) {
            throw new UsageException("say where " + text
                    + " expects its origin, with --origin-listen HOST:PORT: the kit plays that end too (or, in front of an"
                    + " echo server, say --one-sided)");
        }
        if (mode.filter(Mode.ONE_SIDED::equals).isPresent()) {
            throw new UsageException("--mode is transparent or framing");
        }
        requireFree(origin.get());
        return new UrlRecipe(frontside, origin.get(), idle, mode.orElse(Mode.TRANSPARENT));
    }

    private static void requireFree(InetSocketAddress address) throws UsageException {
        try (ServerSocket trial = new ServerSocket()) {
            trial.bind(address);
        } catch (IOException e) {
            throw new UsageException("--origin-listen: " + address.getHostString() + ":" + address.getPort()
                    + " can't be listened on: " + e.getMessage());
        }
    }

    private static URI frontside(String text, List<String> schemes) throws UsageException {
        try {
            URI url = new URI(text);
            boolean known = url.getScheme() != null && schemes.contains(url.getScheme());
            if (known && url.getHost() != null && url.getFragment() == null) {
                return url.getRawPath().isEmpty() ? url.resolve("/") : url;
            }
        } catch (URISyntaxException e) {
            throw new UsageException("'" + text + "' is no URL: " + e.getReason());
        }
        throw new UsageException("'" + text + "' is not " + String.join("|", schemes) + "://HOST[:PORT][/PATH]");
    }

    /** The target in a few words. */
    public String described() {
        return url.orElseGet(() -> file.map(Path::toString).orElseGet(() -> recipe.orElse("the bundled gateway")))
                + (via.filter(Via.CONTAINER::equals).isPresent() ? " in a container" : "")
                + (oneSided ? ", one-sided" : "");
    }

    /** A query's characters mean something to a shell. */
    private static String quoted(String value) {
        return value.matches("[A-Za-z0-9:/.@%_~-]*") ? value : "'" + value.replace("'", "'\\''") + "'";
    }

    /** The options as they have to be repeated. */
    public String repeated() {
        StringBuilder command = new StringBuilder();
        url.ifPresent(value -> command.append(' ').append(quoted(value)));
        recipe.ifPresent(value -> command.append(" --recipe ").append(value));
        via.ifPresent(value -> command.append(" --via ").append(value.name().toLowerCase(Locale.ROOT)));
        file.ifPresent(value -> command.append(" --target ").append(quoted(value.toString())));
        origin.ifPresent(value -> command.append(" --origin-listen ")
                .append(value.getHostString())
                .append(':')
                .append(value.getPort()));
        mode.ifPresent(value -> command.append(" --mode ").append(value.name().toLowerCase(Locale.ROOT)));
        idle.ifPresent(value ->
                command.append(" --idle-timeout ").append(value.toMillis()).append("ms"));
        command.append(oneSided ? " --one-sided" : "").append(insecure ? " --insecure" : "");
        return command.toString();
    }
}
