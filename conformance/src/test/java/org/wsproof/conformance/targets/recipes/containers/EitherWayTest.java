package org.wsproof.conformance.targets.recipes.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.targets.recipes.Image;
import org.wsproof.conformance.targets.recipes.NativeRecipe;
import org.wsproof.conformance.targets.recipes.Program;
import org.wsproof.conformance.targets.recipes.Several;
import org.wsproof.conformance.targets.recipes.Template;

class EitherWayTest {
    private static final Optional<Image> IMAGE = Optional.of(new Image("nginx:1.22", "nginx"));
    private static final String ABSENT = "no-such-proxy";
    private static final String PRESENT = "sh";

    @Test
    void aProgramThatIsInstalledIsPreferredToAContainer() throws IOException {
        NativeRecipe recipe = recipe(PRESENT, IMAGE);

        assertThat(new EitherWay(recipe, Optional.empty()).chosen()).isSameAs(recipe);
        assertThat(new EitherWay(recipe, Optional.of(Via.CONTAINER)).chosen()).isInstanceOf(ContainerRecipe.class);
    }

    @Test
    void oneThatIsNotInstalledRunsInAContainerIfItCan() throws IOException {
        EitherWay recipe = new EitherWay(recipe(ABSENT, IMAGE), Optional.empty());

        if (DockerEngine.answers()) {
            assertThat(recipe.chosen()).isInstanceOf(ContainerRecipe.class);
        } else {
            assertThatThrownBy(recipe::chosen)
                    .hasMessage(
                            "no-such-proxy is not installed (on Debian: apt-get install some-package), and no Docker engine"
                                    + " answers, which could run the image nginx:1.22 (on Debian: apt-get install docker.io)");
        }
    }

    @Test
    void oneThatHasNoImageSaysSo() {
        assertThatThrownBy(() -> new EitherWay(recipe(ABSENT, Optional.empty()), Optional.empty()).chosen())
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "no-such-proxy is not installed (on Debian: apt-get install some-package), and there is no official"
                                + " image to run in a container");
        assertThatThrownBy(() -> new EitherWay(recipe(PRESENT, Optional.empty()), Optional.of(Via.CONTAINER)).chosen())
                .isInstanceOf(IOException.class)
                .hasMessage("ours has no official image to run in a container: it runs as a program (--via native)");
    }

    @Test
    void oneInSeveralProcessesRunsInSeveralContainers() throws IOException {
        Several two = new Several(List.of(recipe(ABSENT, IMAGE), recipe(ABSENT, IMAGE)));

        assertThat(new EitherWay(two, Optional.of(Via.CONTAINER)).chosen())
                .isInstanceOfSatisfying(
                        Several.class,
                        chosen -> assertThat(chosen.parts())
                                .hasSize(2)
                                .allSatisfy(part -> assertThat(part).isInstanceOf(ContainerRecipe.class)));
    }

    @Test
    void eachImageHasATagThatSaysItsVersion() {
        assertThat(Proxies.images())
                .containsOnlyKeys("nginx", "haproxy", "apache", "caddy", "varnish")
                .allSatisfy((name, image) -> assertThat(image).matches("[a-z]+:\\d+\\.\\d+"));
    }

    private static NativeRecipe recipe(String program, Optional<Image> image) {
        return new NativeRecipe(
                "ours",
                new Program(program, "-v", "some-package"),
                image,
                new Template("nginx.conf"),
                List.of(),
                Map.of(),
                Map.of());
    }
}
