package org.wsproof.conformance.targets.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Mode;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;

class UrlRecipeTest {
    private static final InetSocketAddress ORIGIN = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9000);
    private static final Site SITE =
            new Site(Path.of("."), Map.of(), Optional.empty(), Path.of("."), Path.of("."), Path.of("."));

    @Test
    void nobodyListeningIsOneClearLine() throws IOException {
        int port = Frontsides.reserve(Set.of(Profile.PLAIN))
                .values()
                .iterator()
                .next()
                .getPort();

        assertThatThrownBy(() -> recipe(port, Optional.empty()).start(SITE))
                .isInstanceOf(IOException.class)
                .hasMessage("nobody listens on 127.0.0.1:" + port
                        + ": start your proxy first, with its backside at localhost:9000");
    }

    @Test
    void itIsAliveAsLongAsItAccepts() throws IOException {
        ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try (Target target = recipe(proxy.getLocalPort(), Optional.empty()).start(SITE)) {
            assertThat(target.alive()).isTrue();
            proxy.close();
            assertThat(target.alive()).isFalse();
        } finally {
            proxy.close();
        }
    }

    @Test
    void aShortIdleTimeoutIsTestedAndALongOneIsNot() {
        assertThat(recipe(1, Optional.of(Duration.ofSeconds(10))).profiles())
                .containsExactlyInAnyOrder(Profile.PLAIN, Profile.SHORT_TIMERS);
        assertThat(recipe(1, Optional.of(Duration.ofSeconds(11))).profiles()).containsExactly(Profile.PLAIN);
    }

    @Test
    void theOriginIsWhereTheTargetExpectsIt() {
        assertThat(recipe(1, Optional.empty()).originAt(Profile.PLAIN)).contains(ORIGIN);
    }

    private static UrlRecipe recipe(int port, Optional<Duration> idle) {
        return new UrlRecipe(URI.create("ws://127.0.0.1:" + port + "/"), ORIGIN, idle, Mode.TRANSPARENT);
    }
}
