package org.wsproof.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Timers;
import org.wsproof.conformance.targets.Trust;

class RunningProxyTest {
    private static final String URL = "ws://127.0.0.1:8080";
    private static final KitAddress ORIGIN = KitAddress.of(9000);

    @Test
    void eachProfileThatIsGivenIsOffered() {
        Recipe recipe = RunningProxy.named("all")
                .plain(URL, ORIGIN)
                .shortTimers(URL, ORIGIN, Timers.none().withHead(Duration.ofSeconds(10)))
                .tlsFrontside("wss://127.0.0.1", ORIGIN, Trust.anybody())
                .tlsUnvalidated(URL, KitAddress.of(9001))
                .guarded(URL, ORIGIN, KitAddress.of(9002), Duration.ofSeconds(1))
                .recipe();
        assertThat(recipe.profiles())
                .containsExactlyInAnyOrder(
                        Profile.PLAIN,
                        Profile.SHORT_TIMERS,
                        Profile.TLS_FRONTSIDE,
                        Profile.TLS_UNVALIDATED,
                        Profile.GUARDED);
        assertThat(recipe.originAt(Profile.GUARDED)).contains(ORIGIN.address());
        assertThat(recipe.authorityAt()).contains(KitAddress.of(9002).address());
    }

    @Test
    void whatCantBeIsRefusedWithTheReason() {
        RunningProxy proxy = RunningProxy.at(URL, ORIGIN);
        refused(() -> proxy.plain(URL, ORIGIN), "the profile plain is given twice");
        refused(() -> RunningProxy.at("http://127.0.0.1/", ORIGIN), "'http://127.0.0.1/' is not ws://");
        refused(() -> RunningProxy.at("ws:/x", ORIGIN), "'ws:/x' is not ws://");
        refused(() -> RunningProxy.at("ws://a b/", ORIGIN), "'ws://a b/' is no URL");
        refused(() -> proxy.tlsFrontside(URL, ORIGIN, Trust.system()), "is not wss://");
        refused(() -> proxy.tlsUnvalidated(URL, ORIGIN), "an origin listens there already");
        refused(() -> proxy.shortTimers(URL, ORIGIN, Timers.none()), "short timers without a timer");
        refused(
                () -> proxy.shortTimers(URL, ORIGIN, Timers.none().withIdle(Duration.ofSeconds(11))),
                "a timer of 11000 ms can't be waited for: 1 ms to 10 s can");
        refused(() -> RunningProxy.named("none").recipe(), "none offers no profile");
        refused(() -> KitAddress.of(0), "the proxy must know the port");
        refused(() -> WsproofTests.againstRecipe("ngin"), "there is no recipe 'ngin': give one of nginx, haproxy");
    }

    @Test
    void aFreePortIsKeptUntilItIsGiven() throws IOException {
        KitAddress address = KitAddress.free();
        assertThatThrownBy(() -> bound(address)).hasMessageContaining("in use");
        address.close();
        bound(address);
        assertThat(address).hasToString("127.0.0.1:" + address.port());
    }

    private static void bound(KitAddress address) throws IOException {
        try (ServerSocket other = new ServerSocket()) {
            other.setReuseAddress(false);
            other.bind(address.address());
        }
    }

    private static void refused(Runnable what, String why) {
        assertThatThrownBy(what::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
