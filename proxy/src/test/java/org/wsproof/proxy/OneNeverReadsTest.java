package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client that never reads what its origin sends without end, beside a hundred that do. */
@Timeout(60)
final class OneNeverReadsTest {
    private static final int MEBI = 1024 * 1024;
    private static final int LENGTH = 32 * 1024;
    private static final int ROUNDS = 3;
    private static final long SEED = 1;

    private static long directMemory() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    @Test
    void theHundredGetEveryOctetAndItCostsOneBuffer() throws Exception {
        try (Rig rig = new Rig()) {
            List<Rig.Ends> others = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                others.add(rig.tunnel());
            }
            AtomicLong sent = new AtomicLong();
            long before = directMemory();
            try (Peer silent = Peer.connectNarrow(rig.port())) {
                Peer flooding = rig.tunnel(silent).origin();
                Rig.thread(() -> flood(flooding, sent));
                requireIntact(others);
                assertThat(sent.get()).isBetween(1L, 64L * MEBI);
                assertThat(directMemory() - before).isLessThan(4L * MEBI);
            }
        }
    }

    private static void flood(Peer origin, AtomicLong sent) {
        byte[] piece = new byte[64 * 1024];
        try {
            while (true) {
                origin.send(piece);
                sent.addAndGet(piece.length);
            }
        } catch (IOException end) {
            assertThat(end).isNotNull();
        }
    }

    private static void requireIntact(List<Rig.Ends> tunnels) throws IOException {
        Random random = new Random(SEED);
        byte[] down = new byte[LENGTH];
        byte[] up = new byte[LENGTH];
        for (int round = 0; round < ROUNDS; round++) {
            for (Rig.Ends ends : tunnels) {
                random.nextBytes(down);
                random.nextBytes(up);
                ends.origin().send(down);
                ends.client().send(up);
                assertThat(ends.client().readBytes(LENGTH)).isEqualTo(down);
                assertThat(ends.origin().readBytes(LENGTH)).isEqualTo(up);
            }
        }
    }
}
