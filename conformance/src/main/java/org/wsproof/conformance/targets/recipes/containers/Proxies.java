package org.wsproof.conformance.targets.recipes.containers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.recipes.NativeProxies;

/** The proxies that run as programs of this machine or in containers. */
public final class Proxies {
    private Proxies() {}

    /**
     * A recipe for each. One that can't be run so says it when it is started: one line, with what is missing and how to get it.
     *
     * @param via how; if it is empty, as a program where that is installed, else in a container
     */
    public static List<Recipe> all(Optional<Via> via) {
        return NativeProxies.all().stream()
                .map(recipe -> (Recipe) new EitherWay(recipe, via))
                .toList();
    }

    /** The official images, by the names of the recipes that can run in them. */
    public static Map<String, String> images() {
        Map<String, String> images = new TreeMap<>();
        NativeProxies.all()
                .forEach(recipe -> new EitherWay(recipe, Optional.empty())
                        .image()
                        .ifPresent(image -> images.put(recipe.name(), image.name())));
        return images;
    }

    /**
     * The recipe of this name.
     *
     * @param via as in {@link #all}
     * @throws IllegalArgumentException if there is none
     */
    public static Recipe named(String name, Optional<Via> via) {
        return all(via).stream()
                .filter(recipe -> recipe.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no recipe '" + name + "'"));
    }
}
