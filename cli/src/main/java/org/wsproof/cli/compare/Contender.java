package org.wsproof.cli.compare;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.wsproof.cli.UsageException;
import org.wsproof.cli.targets.Recipes;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.recipes.containers.Proxies;
import org.wsproof.conformance.targets.recipes.containers.Via;

/**
 * One that takes part.
 *
 * @param asked the name that it was asked for by
 * @param again the command that runs it alone
 */
record Contender(String asked, String again, Recipe recipe) {
    /**
     * The bundled gateway, a recipe, or, by its ending {@code .yaml} or {@code .yml}, a target file.
     *
     * @param via how a recipe is run that can be run both ways
     * @throws UsageException if it is none of them
     */
    static Contender of(String asked, Optional<Via> via) throws UsageException {
        String lower = asked.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
            return new Contender(asked, "./wsproof check --target " + asked, Recipes.file(Path.of(asked)));
        }
        Recipe recipe = Recipes.named(asked, via);
        boolean bundled = asked.equals(Recipes.BUNDLED);
        String how = via.filter(chosen -> Proxies.images().containsKey(asked))
                .map(chosen -> " --via " + chosen.name().toLowerCase(Locale.ROOT))
                .orElse("");
        return new Contender(
                asked,
                "./wsproof check" + (bundled ? "" : " --recipe " + asked + how + " --known-failing none"),
                recipe);
    }
}
