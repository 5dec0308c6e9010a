package org.wsproof.proxy.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All tunnels together: who is told of them, what is known of them, and their drain. */
@Timeout(30)
final class RelaysTest {
    private static final Duration GRACE = Duration.ofMillis(500);

    private TunnelRig rig;

    @BeforeEach
    void start() throws Exception {
        rig = rig(GRACE);
    }

    private static TunnelRig rig(Duration drainGrace) throws Exception {
        TunnelTimers timers = new TunnelTimers(TunnelRig.LONG, TunnelRig.LONG, TunnelRig.LONG, drainGrace);
        return new TunnelRig(timers, false);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void aListenerHearsOfEachTunnelAndOfItsEnd() throws Exception {
        TunnelRig.Ends ends = rig.tunnel();
        assertThat(rig.nextOpened()).isEqualTo("gateway");
        ends.client().send("four");
        assertThat(ends.origin().read(4)).isEqualTo("four");
        ends.client().finish();
        assertThat(ends.origin().seesEnd()).isTrue();
        ends.origin().finish();
        TunnelReport report = rig.nextEnded();
        assertThat(report.gateway()).isEqualTo("gateway");
        assertThat(report.endedBy()).isEqualTo("client");
        assertThat(report.fromClient()).isEqualTo(new TunnelReport.Flow(4, 0, 0));
        assertThat(report.client().getPort()).isEqualTo(ends.client().socket().getLocalPort());
        assertThat(report.closeCode()).isEmpty();
    }

    @Test
    void openTunnelsAreKnownUntilTheyEnd() throws Exception {
        TunnelRig.Ends ends = rig.tunnel();
        ends.origin().send("x");
        ends.client().read(1);
        assertThat(rig.relays().open().get(5, TimeUnit.SECONDS)).singleElement().satisfies(report -> {
            assertThat(report.endedBy()).isEmpty();
            assertThat(report.fromOrigin().octets()).isEqualTo(1);
        });
        ends.client().reset();
        rig.nextEnded();
        assertThat(rig.relays().open().get(5, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void aDrainWithoutTunnelsIsOverAtOnce() throws Exception {
        CompletableFuture<String> empty = new CompletableFuture<>();
        rig.relays().drain(() -> empty.complete(""));
        assertThat(empty).isCompleted();
    }

    @Test
    void aDrainedTunnelMayGoOnForTheGraceAndOneOpenedLaterToo() throws Exception {
        TunnelRig.Ends first = rig.tunnel();
        first.client().send("x");
        first.origin().read(1);
        CompletableFuture<String> empty = new CompletableFuture<>();
        long since = System.nanoTime();
        rig.relays().drain(() -> empty.complete(""));
        TunnelRig.Ends later = rig.tunnel();
        later.client().send("y");
        assertThat(later.origin().read(1)).isEqualTo("y");
        assertThat(first.client().seesEnd()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isBetween(GRACE, GRACE.plusMillis(400));
        assertThat(later.client().seesEnd()).isTrue();
        assertThat(rig.nextEnded().endedBy()).isEqualTo("drain");
        assertThat(empty).succeedsWithin(Duration.ofSeconds(2));
    }

    @Test
    void withoutAGraceADrainEndsTunnelsAtOnce() throws Exception {
        rig.close();
        rig = rig(Duration.ZERO);
        TunnelRig.Ends ends = rig.tunnel();
        ends.client().send("x");
        ends.origin().read(1);
        rig.relays().drain(() -> {});
        assertThat(ends.client().seesEnd()).isTrue();
        assertThat(ends.origin().seesEnd()).isTrue();
    }
}
