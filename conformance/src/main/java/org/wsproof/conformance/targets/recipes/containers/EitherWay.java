package org.wsproof.conformance.targets.recipes.containers;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;
import org.wsproof.conformance.targets.recipes.Image;
import org.wsproof.conformance.targets.recipes.NativeRecipe;
import org.wsproof.conformance.targets.recipes.Program;
import org.wsproof.conformance.targets.recipes.Several;

/**
 * A proxy as a program of this machine, or in a container.
 *
 * @param program the same as a program: a {@link NativeRecipe}, or {@link Several} of them
 * @param via empty for a program where it is installed, else a container where an engine answers
 */
record EitherWay(Recipe program, Optional<Via> via) implements Recipe {
    @Override
    public String name() {
        return program.name();
    }

    @Override
    public Set<Profile> profiles() {
        return program.profiles();
    }

    @Override
    public Target start(Site site) throws IOException {
        return chosen().start(site);
    }

    /** How it is run here and now. */
    Recipe chosen() throws IOException {
        boolean installed = parts().get(0).program().path().isPresent();
        if (via.filter(Via.NATIVE::equals).isPresent() || (via.isEmpty() && installed)) {
            return program;
        }
        Optional<Recipe> container = container();
        if (via.isPresent() && container.isEmpty()) {
            throw new IOException(
                    name() + " has no official image to run in a container: it runs as a program (--via native)");
        }
        if (container.isPresent() && (via.isPresent() || DockerEngine.answers())) {
            return container.get();
        }
        throw new IOException(missing());
    }

    private String missing() {
        Program first = parts().get(0).program();
        return first.name() + " is not installed (on Debian: apt-get install " + first.debianPackages() + "), and "
                + parts().get(0)
                        .image()
                        .map(image -> DockerEngine.NONE + ", which could run the image " + image.name()
                                + " (on Debian: apt-get install docker.io)")
                        .orElse("there is no official image to run in a container");
    }

    /** The image that it can run in. */
    Optional<Image> image() {
        return parts().get(0).image();
    }

    private Optional<Recipe> container() {
        List<Recipe> parts = parts().stream()
                .flatMap(part -> part.image().stream().map(image -> (Recipe) new ContainerRecipe(part, image)))
                .toList();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(parts.size() == 1 ? parts.get(0) : new Several(parts));
    }

    private List<NativeRecipe> parts() {
        List<Recipe> parts = program instanceof Several several ? several.parts() : List.of(program);
        return parts.stream().map(NativeRecipe.class::cast).toList();
    }
}
