package org.wsproof.proxy.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.tunnel.TunnelRig.Ends;

/** Thousands of tunnels that are told to end at once. */
@Timeout(60)
final class MassFarewellTest {
    private static final int TUNNELS = 2000;

    @Test
    void aDrainOfThousandsIsSaidAndHeardInAMoment() throws Exception {
        TunnelTimers timers = new TunnelTimers(TunnelRig.LONG, TunnelRig.LONG, TunnelRig.LONG, TunnelRig.LONG);
        try (TunnelRig rig = new TunnelRig(timers, true)) {
            List<Ends> all = new ArrayList<>();
            for (int i = 0; i < TUNNELS; i++) {
                all.add(rig.tunnel());
            }
            Ends busy = all.get(0);
            busy.origin().send("\u0082\u0008half");
            assertThat(busy.client().read(6)).hasSize(6);
            CompletableFuture<String> empty = new CompletableFuture<>();
            long then = System.nanoTime();
            rig.relays().drain(() -> empty.complete(""));
            busy.origin().send("full");
            assertThat(busy.client().read(4)).isEqualTo("full");
            long relayed = System.nanoTime();
            for (Ends each : all) {
                assertThat(each.client().readToEnd()).hasSize(4);
                assertThat(each.origin().readToEnd()).hasSize(8);
                each.client().finish();
                each.origin().finish();
            }
            assertThat(empty).succeedsWithin(Duration.ofSeconds(5));
            System.out.printf(
                    "drain of %d tunnels: the rest of a frame passed after %d ms, all ended after %d ms%n",
                    TUNNELS, (relayed - then) / 1_000_000, (System.nanoTime() - then) / 1_000_000);
        }
    }
}
