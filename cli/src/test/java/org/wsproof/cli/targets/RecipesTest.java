package org.wsproof.cli.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wsproof.cli.UsageException;

class RecipesTest {
    @ParameterizedTest
    @CsvSource({
        "nginx, nginx",
        "undertow-proxy-handler, undertow-proxy-handler",
        "undertow, undertow-proxy-handler",
        "spring-cloud, spring-cloud-gateway"
    })
    void aNameMayBeCutAtAHyphen(String asked, String name) throws UsageException {
        assertThat(Recipes.named(asked, Optional.empty()).name()).isEqualTo(name);
    }

    @Test
    void theBundledGatewayHasANameToo() throws UsageException {
        assertThat(Recipes.named(Recipes.BUNDLED, Optional.empty())).isInstanceOf(BundledRecipe.class);
    }
}
