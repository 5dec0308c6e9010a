package org.wsproof.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wsproof.conformance.targets.Mode;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.recipes.HaproxyRecipe;
import org.wsproof.conformance.targets.recipes.NginxRecipe;
import org.wsproof.conformance.targets.recipes.UrlRecipe;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which proxy is put to the test. */
final class TargetOptions {
    @Parameters(
            arity = "0..1",
            paramLabel = "URL",
            description = "A proxy that you started, ws://HOST[:PORT][/PATH]; without it the bundled gateway.")
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--recipe",
            paramLabel = "NAME",
            description = "A real proxy that is started for the run: nginx, haproxy.")
    private Optional<String> recipe = Optional.empty();

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
            description = "With URL: your proxy's idle timeout, 5s say; up to 10s it is tested.")
    private Optional<Duration> idle = Optional.empty();

    Recipe target() throws UsageException {
        if (url.isEmpty()) {
            if (origin.isPresent() || mode.isPresent() || idle.isPresent()) {
                throw new UsageException("--origin-listen, --mode and --idle-timeout describe a proxy that you started:"
                        + " they need its URL");
            }
            return started();
        }
        if (recipe.isPresent()) {
            throw new UsageException("a URL and --recipe name two targets: give one of them");
        }
        URI frontside = frontside(url.get());
        if (origin.isEmpty()) {
            throw new UsageException("say where " + url.get()
                    + " expects its origin, with --origin-listen HOST:PORT: the kit plays that end too");
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

    private Recipe started() throws UsageException {
        if (recipe.isEmpty()) {
            return new BundledRecipe(System.getProperty("java.class.path"));
        }
        List<Recipe> known = List.of(new NginxRecipe(), new HaproxyRecipe());
        return known.stream()
                .filter(one -> one.name().equals(recipe.get()))
                .findFirst()
                .orElseThrow(() -> new UsageException("there is no recipe '" + recipe.get() + "': give "
                        + String.join(" or ", known.stream().map(Recipe::name).toList())));
    }

    private static URI frontside(String text) throws UsageException {
        try {
            URI url = new URI(text);
            if ("ws".equals(url.getScheme()) && url.getHost() != null && url.getFragment() == null) {
                return url.getRawPath().isEmpty() ? url.resolve("/") : url;
            }
        } catch (URISyntaxException e) {
            throw new UsageException("'" + text + "' is no URL: " + e.getReason());
        }
        throw new UsageException("'" + text + "' is not ws://HOST[:PORT][/PATH]");
    }

    /** The target in a few words. */
    String described() {
        return url.orElseGet(() -> recipe.orElse("the bundled gateway"));
    }

    /** The options as they have to be repeated. */
    String repeated() {
        StringBuilder command = new StringBuilder();
        url.ifPresent(value -> command.append(' ').append(value));
        recipe.ifPresent(value -> command.append(" --recipe ").append(value));
        origin.ifPresent(value -> command.append(" --origin-listen ")
                .append(value.getHostString())
                .append(':')
                .append(value.getPort()));
        mode.ifPresent(value -> command.append(" --mode ").append(value.name().toLowerCase(Locale.ROOT)));
        idle.ifPresent(value ->
                command.append(" --idle-timeout ").append(value.toMillis()).append("ms"));
        return command.toString();
    }
}
