package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.config.Timers;

/** When tunnels end by themselves. */
@Timeout(30)
final class TunnelTimersTest {
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration HALF_OPEN = Duration.ofMillis(500);
    private static final Duration STALLED = Duration.ofMillis(700);

    /** So long that a busy machine does not make a reader late that reads six times as often. */
    private static final Duration SLOWLY = Duration.ofSeconds(2);

    private Rig rig;

    @BeforeEach
    void start() throws IOException {
        rig = new Rig(settings -> settings.idle(IDLE)
                .timers(new Timers(Duration.ofSeconds(10), Duration.ofSeconds(10), HALF_OPEN, STALLED, Duration.ZERO)));
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    private static void requireEndAfter(Duration due, Peer peer, long since) throws IOException {
        assertThat(peer.seesEnd()).isTrue();
        Duration took = Duration.ofNanos(System.nanoTime() - since);
        assertThat(took).isBetween(due.multipliedBy(9).dividedBy(10), due.plusMillis(400));
    }

    @Test
    void anIdleTunnelEndsInTimeOnBothLegs() throws IOException {
        Rig.Ends ends = rig.tunnel();
        ends.client().send("x");
        ends.origin().read(1);
        ends.origin().send("x");
        ends.client().read(1);
        long since = System.nanoTime();
        requireEndAfter(IDLE, ends.client(), since);
        requireEndAfter(IDLE, ends.origin(), since);
    }

    @Test
    void trafficInOneDirectionKeepsItAlive() throws IOException {
        Rig.Ends ends = rig.tunnel();
        pulse(ends.origin(), ends.client());
        pulse(ends.client(), ends.origin());
        requireEndAfter(IDLE.multipliedBy(3).dividedBy(4), ends.client(), System.nanoTime());
    }

    private static void pulse(Peer from, Peer to) throws IOException {
        for (int i = 0; i < 6; i++) {
            from.send("x");
            assertThat(to.read(1)).isEqualTo("x");
            LockSupport.parkNanos(IDLE.dividedBy(4).toNanos());
        }
    }

    @Test
    void aHalfOpenTunnelEndsAfterSilence() throws IOException {
        Rig.Ends ends = rig.tunnel();
        ends.client().finish();
        assertThat(ends.origin().seesEnd()).isTrue();
        for (int i = 0; i < 4; i++) {
            ends.origin().send("x");
            ends.client().read(1);
            LockSupport.parkNanos(HALF_OPEN.dividedBy(3).toNanos());
        }
        requireEndAfter(HALF_OPEN.minus(HALF_OPEN.dividedBy(3)), ends.client(), System.nanoTime());
    }

    @Test
    void aStalledReaderIsCutThoughTheOtherDirectionFlows() throws IOException {
        Rig.Ends ends = rig.tunnel(Peer.connectNarrow(rig.port()));
        ends.origin().socket().setSendBufferSize(64 * 1024);
        Thread flood = new Thread(() -> flood(ends.origin()));
        flood.start();
        long deadline = System.nanoTime() + Duration.ofSeconds(8).toNanos();
        boolean cut = false;
        while (!cut) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            try {
                ends.client().send("x");
            } catch (IOException reset) {
                cut = true;
            }
        }
    }

    @Test
    void aReaderThatTakesALittleInTimeIsNotCut() throws IOException {
        rig.close();
        rig = new Rig(settings ->
                settings.idle(IDLE.multipliedBy(10)).timers(new Timers(SLOWLY, SLOWLY, SLOWLY, SLOWLY, Duration.ZERO)));
        Rig.Ends ends = rig.tunnel(Peer.connectNarrow(rig.port()));
        ends.origin().socket().setSendBufferSize(64 * 1024);
        new Thread(() -> flood(ends.origin())).start();
        for (int i = 0; i < 8; i++) {
            LockSupport.parkNanos(SLOWLY.dividedBy(6).toNanos());
            assertThat(ends.client().readBytes(512 * 1024)).hasSize(512 * 1024);
        }
    }

    private static void flood(Peer peer) {
        byte[] piece = new byte[64 * 1024];
        try {
            while (true) {
                peer.send(piece);
            }
        } catch (IOException cut) {
            assertThat(cut).isNotNull();
        }
    }

    @Test
    void anIdleTunnelStaysWhenTheTimerIsOff() throws IOException {
        rig.close();
        rig = new Rig(settings -> settings.idle(Duration.ZERO));
        Rig.Ends ends = rig.tunnel();
        ends.client().socket().setSoTimeout(600);
        assertThatThrownBy(() -> ends.client().seesEnd()).isInstanceOf(SocketTimeoutException.class);
    }
}
