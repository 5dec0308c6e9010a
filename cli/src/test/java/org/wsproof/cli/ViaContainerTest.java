package org.wsproof.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.targets.recipes.containers.DockerEngine;

/** Needs a Docker engine that has, or can pull, nginx's image; is skipped without, and says what is missing. */
@Tag("container")
class ViaContainerTest {
    @Test
    void nginxIsJudgedDrainedAndReloadedInAContainer() {
        try {
            DockerEngine.require("nginx:1.22");
        } catch (IOException e) {
            assumeTrue(false, e.getMessage());
        }
        Called called = Called.with(
                ("check --recipe nginx --via container --case handshake/basic --case lifecycle/drain-ends-tunnels"
                                + " --case lifecycle/reload-serves-on")
                        .split(" "));

        assertThat(called.exit()).as(called.out() + called.err()).isZero();
        assertThat(called.out())
                .contains("wsproof check: nginx in a container, 3 cases")
                .containsPattern("nginx 1\\.22\\.\\d+ \\(nginx:1\\.22\\) keeps every MUST")
                .contains("in 3 cases judged.");
    }
}
