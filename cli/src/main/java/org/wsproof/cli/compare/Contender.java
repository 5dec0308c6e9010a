package org.wsproof.cli.compare;

import java.nio.file.Path;
import java.util.Locale;
import org.wsproof.cli.UsageException;
import org.wsproof.cli.targets.Recipes;
import org.wsproof.conformance.targets.Recipe;

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
     * @throws UsageException if it is none of them
     */
    static Contender of(String asked) throws UsageException {
        String lower = asked.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
            return new Contender(asked, "./wsproof check --target " + asked, Recipes.file(Path.of(asked)));
        }
        Recipe recipe = Recipes.named(asked);
        boolean bundled = asked.equals(Recipes.BUNDLED);
        return new Contender(
                asked, "./wsproof check" + (bundled ? "" : " --recipe " + asked + " --known-failing none"), recipe);
    }
}
