package org.wsproof.conformance.targets.recipes.containers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Declaration;
import org.wsproof.conformance.targets.Mode;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;
import org.wsproof.conformance.targets.recipes.Frontsides;
import org.wsproof.conformance.targets.recipes.Image;
import org.wsproof.conformance.targets.recipes.NativeRecipe;
import org.wsproof.conformance.targets.recipes.Program;
import org.wsproof.conformance.targets.recipes.Template;

/**
 * A proxy in a container of its project's image, with the configuration and the arguments that it has as a program.
 *
 * @param recipe the same as a program
 */
record ContainerRecipe(NativeRecipe recipe, Image image) implements Recipe {
    private static final Duration START = Duration.ofSeconds(30);

    /** Each image has it, and lets every user write there. */
    private static final Path FOLDER = Path.of("/tmp");

    @Override
    public String name() {
        return recipe.name();
    }

    @Override
    public Set<Profile> profiles() {
        return recipe.profiles();
    }

    @Override
    public Target start(Site site) throws IOException {
        DockerEngine.require(image.name());
        Map<Profile, InetSocketAddress> frontsides = Frontsides.reserve(profiles());
        Site inside = inside(site);
        Template.Filled filled = recipe.template().with(settings()).fill(inside, frontsides, recipe.arguments());
        Map<String, String> files = files(site, inside);
        String configuration = recipe.template().at(inside).toString();
        files.put(configuration, filled.configuration());
        List<String> command = new ArrayList<>(List.of(image.program()));
        command.addAll(filled.arguments());
        try {
            ProxyContainer container = ProxyContainer.start(
                    new ProxyContainer.Contents(image.name(), command, files), frontsides.values(), START);
            return new ContainerTarget(
                    declaration(container),
                    Frontsides.offers(frontsides, recipe.timers()),
                    container,
                    Optional.of(new ContainerOperations(
                            container, configuration, filled.configuration(), recipe.signals())));
        } catch (IOException e) {
            throw new IOException(name() + " (" + image.name() + "): " + e.getMessage(), e);
        }
    }

    private Declaration declaration(ProxyContainer container) throws IOException {
        try {
            String version = Program.versionIn(
                    container.run(image.program(), recipe.program().versionArgument()));
            return new Declaration(name(), version + " (" + image.name() + ")", Mode.TRANSPARENT);
        } catch (IOException e) {
            container.close();
            throw e;
        }
    }

    /** Whatever user's its processes are, root of the container may count their descriptors only if they are root's. */
    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Map.of("user", "root"));
        settings.putAll(image.settings());
        return settings;
    }

    /** Where the container has what the site has. */
    private static Site inside(Site site) {
        return new Site(
                FOLDER,
                site.origins(),
                site.authority(),
                FOLDER.resolve("trusted.pem"),
                FOLDER.resolve("certificate.pem"),
                FOLDER.resolve("key.pem"));
    }

    private static Map<String, String> files(Site site, Site inside) throws IOException {
        Map<String, String> files = new HashMap<>();
        files.put(inside.trusted().toString(), Files.readString(site.trusted()));
        files.put(inside.frontCertificate().toString(), Files.readString(site.frontCertificate()));
        files.put(inside.frontKey().toString(), Files.readString(site.frontKey()));
        files.put(Template.Joined.at(inside).toString(), Template.Joined.text(site));
        return files;
    }
}
