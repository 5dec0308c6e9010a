package org.wsproof.conformance.targets.recipes;

import static org.wsproof.conformance.targets.recipes.NativeRecipe.LONG;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;
import org.wsproof.conformance.targets.Timers;

/** nginx, as installed on this machine. */
public final class NginxRecipe implements Recipe {
    /** {@code client_header_timeout} is left at its default under the patient profile. */
    private static final Duration HEAD = Duration.ofSeconds(60);

    private static final Duration SHORT = Duration.ofSeconds(1);

    private final NativeRecipe recipe = new NativeRecipe(
            name(),
            new Template("nginx.conf"),
            Map.of(
                    Profile.PLAIN,
                    new Timers(LONG, HEAD, LONG, LONG, LONG),
                    Profile.SHORT_TIMERS,
                    new Timers(SHORT, SHORT, SHORT, LONG, LONG)));

    @Override
    public String name() {
        return "nginx";
    }

    @Override
    public Set<Profile> profiles() {
        return NativeRecipe.PROFILES;
    }

    @Override
    public Target start(Site site) throws IOException {
        Binary binary = Binary.find("nginx", "nginx-light");
        return recipe.start(site, binary, List.of("-p", site.folder().toString(), "-e", "stderr", "-c"));
    }
}
