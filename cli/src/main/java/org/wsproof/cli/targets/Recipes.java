package org.wsproof.cli.targets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wsproof.cli.Main;
import org.wsproof.cli.UsageException;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.file.TargetFile;
import org.wsproof.conformance.targets.recipes.containers.Proxies;
import org.wsproof.conformance.targets.recipes.containers.Via;
import org.wsproof.conformance.targets.recipes.reference.ReferenceProxies;

/** Proxies by the names that people give them. */
public final class Recipes {
    /** The bundled gateway. */
    public static final String BUNDLED = "wsproof";

    private Recipes() {}

    /**
     * A proxy that is started for the run. A name may be cut at a hyphen: {@code undertow} is {@code undertow-proxy-handler}.
     *
     * @param via how it is run, where there is a choice; empty: as a program if that is installed, else in a container if that can be
     * @throws UsageException if there is none of that name; it tells which there are
     */
    public static Recipe named(String name, Optional<Via> via) throws UsageException {
        if (name.equals(BUNDLED)) {
            return new BundledRecipe(System.getProperty("java.class.path"), Main.Version.text());
        }
        Optional<Via> possible = Proxies.images().containsKey(name) ? via : Optional.empty();
        List<Recipe> known = new ArrayList<>(Proxies.all(possible));
        known.addAll(ReferenceProxies.all(Path.of(System.getProperty("wsproof.home", ""))));
        List<Recipe> meant = known.stream()
                .filter(one -> one.name().equals(name) || one.name().startsWith(name + "-"))
                .toList();
        if (meant.size() != 1) {
            throw new UsageException("there is no recipe '" + name + "': give one of "
                    + String.join(", ", known.stream().map(Recipe::name).toList()) + ", " + BUNDLED);
        }
        return meant.get(0);
    }

    /**
     * The same for one that must be run so.
     *
     * @throws UsageException also if it can't be run in a container, by nobody and never
     */
    public static Recipe strictly(String name, Optional<Via> via) throws UsageException {
        Recipe recipe = named(name, via);
        if (via.filter(Via.CONTAINER::equals).isPresent() && !Proxies.images().containsKey(name)) {
            throw new UsageException(
                    name + " has no official image to run in a container: leave --via out. These have one: "
                            + String.join(", ", Proxies.images().values()));
        }
        return recipe;
    }

    /**
     * A proxy that somebody else started, as a file describes it.
     *
     * @throws UsageException if the file can't be read, or has a mistake: {@code file:line: what is wrong}
     */
    public static Recipe file(Path file) throws UsageException {
        try {
            return TargetFile.read(file);
        } catch (IOException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
