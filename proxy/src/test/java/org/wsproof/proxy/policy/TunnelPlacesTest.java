package org.wsproof.proxy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wsproof.proxy.config.policy.TunnelLimits;

/** How many places there are. */
final class TunnelPlacesTest {
    private static final TunnelLimits LIMITS = new TunnelLimits(3, 2);

    private final TunnelPlaces tunnels = new TunnelPlaces();

    private TunnelPlaces.Place place(String address) {
        return (TunnelPlaces.Place) tunnels.take(address, LIMITS);
    }

    private int status(String address, TunnelLimits limits) {
        return Given.status(((TunnelPlaces.Full) tunnels.take(address, limits)).denied());
    }

    @Test
    void anAddressHasItsShareAndTheGatewayItsWhole() {
        place("a");
        place("a");
        assertThat(status("a", LIMITS)).isEqualTo(429);
        place("b");
        assertThat(status("b", LIMITS)).isEqualTo(503);
        assertThat(tunnels.open()).isEqualTo(3);
    }

    @Test
    void aPlaceIsFreeAgainOnce() {
        TunnelPlaces.Place first = place("a");
        place("a");
        first.giveBack();
        first.giveBack();
        assertThat(tunnels.open()).isEqualTo(1);
        place("a");
        assertThat(status("a", LIMITS)).isEqualTo(429);
    }

    @Test
    void addressesWithoutTunnelsAreForgotten() {
        TunnelPlaces.Place a = place("a");
        TunnelPlaces.Place b = place("b");
        assertThat(tunnels.addresses()).isEqualTo(2);
        a.giveBack();
        b.giveBack();
        assertThat(tunnels.addresses()).isZero();
        assertThat(tunnels.open()).isZero();
    }

    @Test
    void whatWasOpenedWithoutALimitCountsWhenThereIsOne() {
        for (int i = 0; i < 5; i++) {
            assertThat(tunnels.take("a", TunnelLimits.none())).isInstanceOf(TunnelPlaces.Place.class);
        }
        assertThat(status("b", new TunnelLimits(5, 5))).isEqualTo(503);
        assertThat(status("a", new TunnelLimits(6, 5))).isEqualTo(429);
    }

    @Test
    void theAddressesOfOneIpv6NetworkAreOne() {
        place("2001:db8:0:1::1");
        place("2001:db8:0:1::2");
        assertThat(status("2001:db8:0:1::3", LIMITS)).isEqualTo(429);
    }
}
