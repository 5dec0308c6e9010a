package org.wsproof.proxy.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.tunnel.TunnelRig.Ends;

/** A drain that comes while the closer reads for a half-open tunnel, as many end at once. */
@Timeout(30)
final class DrainAtLastReadTest {
    private static final int MANY = 40;
    private static final String MESSAGE = "\u0082\u0001x";
    private static final String GOING_AWAY = "\u0088\u0002\u0003\u00e9";

    private static Ends halfOpen(TunnelRig rig) throws Exception {
        Ends ends = rig.tunnel();
        ends.client().finish();
        assertThat(ends.origin().seesEnd()).isTrue();
        return ends;
    }

    /** How many messages have been relayed. */
    private static long messages(TunnelRig rig) throws Exception {
        return rig.relays().open().get(5, TimeUnit.SECONDS).stream()
                .mapToLong(tunnel -> tunnel.fromOrigin().messages())
                .sum();
    }

    @RepeatedTest(5)
    void theClientIsToldToGoAndGetsNoPartOfAFrameThatTheCloserHadBegun() throws Exception {
        TunnelTimers timers = new TunnelTimers(TunnelRig.LONG, TunnelRig.LONG, TunnelRig.LONG, TunnelRig.LONG);
        CountDownLatch gate = new CountDownLatch(1);
        try (TunnelRig rig = new TunnelRig(timers, true)) {
            Ends ends = halfOpen(rig);
            handToTheCloser(rig, ends, gate);
            rig.relays().drain(() -> {});
            assertThat(messages(rig)).isOne();
            gate.countDown();
            assertThat(ends.client().readToEnd()).isEqualTo(GOING_AWAY);
        } finally {
            gate.countDown();
        }
    }

    /** The message of the tunnel is left to the closer, which waits at the gate: so many others end in the same turn. */
    private static void handToTheCloser(TunnelRig rig, Ends ends, CountDownLatch gate) throws Exception {
        List<Ends> others = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            others.add(halfOpen(rig));
        }
        Ends fence = rig.tunnel();
        rig.holdCloser(gate);
        others.remove(0).origin().finish();
        rig.awaitCloserHeld();
        CountDownLatch turn = new CountDownLatch(1);
        rig.holdIoThread(turn);
        for (Ends other : others) {
            other.origin().finish();
        }
        ends.origin().send(MESSAGE);
        fence.origin().send(MESSAGE);
        turn.countDown();
        fence.client().read(MESSAGE.length());
        assertThat(messages(rig)).isOne();
    }
}
