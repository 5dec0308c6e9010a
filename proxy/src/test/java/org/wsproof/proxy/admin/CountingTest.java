package org.wsproof.proxy.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.Rig;

/** Looks at tunnels that come and go meanwhile. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class CountingTest {
    private static final int LOOKS = 30;
    private static final int OCTETS = 1000;

    private final AtomicBoolean enough = new AtomicBoolean();

    @Test
    void noCounterGoesDownOrCountsTwiceWhileTunnelsComeAndGo() throws Exception {
        try (Rig rig = Rig.withAdmin(settings -> settings)) {
            Outside outside = new Outside(rig.gateway().adminPort().orElseThrow());
            CompletableFuture<Integer> played = new CompletableFuture<>();
            Rig.thread(() -> {
                try {
                    played.complete(play(rig));
                } catch (IOException | RuntimeException e) {
                    played.completeExceptionally(e);
                }
            });
            List<Double> seen = new ArrayList<>();
            while (seen.size() < LOOKS) {
                seen.add(octets(outside.scrape()));
            }
            enough.set(true);
            double sent = played.get() * (double) OCTETS;
            while (outside.scrape().value("wsproof_tunnels_open", "gateway=gateway") > 0) {
                seen.add(octets(outside.scrape()));
            }
            seen.add(octets(outside.scrape()));
            assertThat(seen).isSorted().endsWith(sent);
        }
    }

    private static double octets(Scrape scrape) {
        return scrape.value("wsproof_tunnel_octets_total", "direction=from-client, gateway=gateway");
    }

    /** Gives how many tunnels have come and gone. */
    private int play(Rig rig) throws IOException {
        int tunnels = 0;
        for (; !enough.get(); tunnels++) {
            Rig.Ends tunnel = rig.tunnel();
            tunnel.client().send(new byte[OCTETS]);
            tunnel.origin().readBytes(OCTETS);
            tunnel.client().close();
            tunnel.origin().close();
        }
        return tunnels;
    }
}
