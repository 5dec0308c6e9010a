package org.wsproof.conformance.targets.recipes;

import static org.wsproof.conformance.targets.recipes.NativeRecipe.LONG;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;
import org.wsproof.conformance.targets.Timers;

/** HAProxy, as installed on this machine. */
public final class HaproxyRecipe implements Recipe {
    /** {@code timeout http-request}. */
    private static final Duration HEAD = Duration.ofSeconds(10);

    private static final Duration SHORT = Duration.ofSeconds(1);

    private final NativeRecipe recipe = new NativeRecipe(
            name(),
            new Template("haproxy.cfg"),
            Map.of(
                    Profile.PLAIN,
                    new Timers(LONG, HEAD, LONG, LONG, LONG),
                    Profile.SHORT_TIMERS,
                    new Timers(SHORT, SHORT, SHORT, LONG, LONG)));

    @Override
    public String name() {
        return "haproxy";
    }

    @Override
    public Set<Profile> profiles() {
        return NativeRecipe.PROFILES;
    }

    @Override
    public Target start(Site site) throws IOException {
        Binary binary = Binary.find("haproxy", "haproxy");
        String pem = Files.readString(site.frontCertificate()) + "\n" + Files.readString(site.frontKey());
        Files.writeString(site.folder().resolve("frontside.pem"), pem);
        return recipe.start(site, binary, List.of("-db", "-f"));
    }
}
