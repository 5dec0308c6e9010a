package org.wsproof.proxy.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;
import org.wsproof.proxy.tunnel.TunnelRig.Ends;

/** What the client has said last, to an origin that goes on speaking itself, when a tunnel is drained. */
@Timeout(30)
final class LastOctetsTest {
    private static final int LENGTH = 1024 * 1024;
    private static final int STEP = 64 * 1024;
    private static final byte[] MESSAGE = ByteBuffer.allocate(14 + LENGTH)
            .put((byte) 0x82)
            .put((byte) 0xff)
            .putLong(LENGTH)
            .array();
    private static final byte[] CLOSE = {(byte) 0x88, (byte) 0x82, 0, 0, 0, 0, 0x03, (byte) 0xe8};

    private TunnelRig rig;

    @BeforeEach
    void start() throws IOException {
        rig = new TunnelRig(
                new TunnelTimers(TunnelRig.LONG, TunnelRig.LONG, TunnelRig.LONG, Duration.ofSeconds(10)), true);
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    @Test
    void allThatCameBeforeItsFinReachesASlowOrigin() throws Exception {
        Ends ends = speaking();
        ends.client().send(MESSAGE).finish();
        drainOnce(MESSAGE.length);
        assertThat(slowly(ends.origin(), MESSAGE.length)).isEqualTo(MESSAGE);
    }

    @Test
    void allThatCameWithItsCloseReachesASlowOrigin() throws Exception {
        Ends ends = speaking();
        ends.client().send(MESSAGE).send(CLOSE);
        drainOnce(MESSAGE.length + CLOSE.length);
        assertThat(slowly(ends.origin(), MESSAGE.length)).isEqualTo(MESSAGE);
        assertThat(ends.origin().readBytes(CLOSE.length)).isEqualTo(CLOSE);
    }

    /** The client hears its end at once, whatever the origin does with the time it is given. */
    @Test
    void aClientThatHasSaidItsLastIsNotKeptWaitingForTheOrigin() throws Exception {
        for (byte[] last : List.of(CLOSE, new byte[0])) {
            Ends ends = rig.tunnel();
            ends.client().send(last);
            ends.origin().readBytes(last.length);
            if (last.length == 0) {
                ends.client().finish();
                assertThat(ends.origin().seesEnd()).isTrue();
            }
            long then = System.nanoTime();
            rig.relays().drain(() -> {});
            assertThat(ends.client().readToEnd()).hasSize(4);
            assertThat(Duration.ofNanos(System.nanoTime() - then)).isLessThan(Duration.ofMillis(700));
            rig.nextEnded();
            stop();
            start();
        }
    }

    /** A tunnel whose origin speaks without end, and whose client takes all of it. */
    private Ends speaking() throws IOException {
        Ends ends = rig.tunnel();
        byte[] frame = ByteBuffer.allocate(4 + 0xffff)
                .put((byte) 0x82)
                .put((byte) 126)
                .putShort((short) 0xffff)
                .array();
        Rig.thread(() -> untilTheEnd(() -> {
            while (true) {
                ends.origin().send(frame);
            }
        }));
        Rig.thread(() -> untilTheEnd(() -> ends.client().readToEnd()));
        return ends;
    }

    /** In a fifth of the second that is left for it. */
    private static byte[] slowly(Peer origin, int count) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(count);
        while (all.hasRemaining()) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos() * STEP / count);
            all.put(origin.readBytes(Math.min(STEP, all.remaining())));
        }
        return all.array();
    }

    private interface Talk {
        void go() throws IOException;
    }

    private static void untilTheEnd(Talk talk) {
        try {
            talk.go();
        } catch (IOException end) {
            assertThat(end).isNotNull();
        }
    }

    /** Drains once so much has been taken of the client's. */
    private void drainOnce(long octets) throws Exception {
        while (rig.relays().open().get(5, TimeUnit.SECONDS).stream()
                .noneMatch(tunnel -> tunnel.fromClient().octets() == octets)) {
            Thread.onSpinWait();
        }
        rig.relays().drain(() -> {});
    }
}
