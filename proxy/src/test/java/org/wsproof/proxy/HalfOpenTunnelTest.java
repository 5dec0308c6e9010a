package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tunnels whose one end has said its last while the other goes on. */
@Timeout(60)
final class HalfOpenTunnelTest {
    private static final int MESSAGES = 2000;
    private static final int TUNNELS = 2000;

    /** What the gateway's threads have allocated so far. */
    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("wsproof"))
                .mapToLong(thread -> threads.getThreadAllocatedBytes(thread.getThreadId()))
                .sum();
    }

    private static void stream(Rig.Ends ends) throws IOException {
        for (int i = 0; i < MESSAGES; i++) {
            ends.origin().send("message!");
            assertThat(ends.client().read(8)).isEqualTo("message!");
        }
    }

    @Test
    void aHalfOpenStreamCostsNoMemoryAMessage() throws IOException {
        try (Rig rig = new Rig()) {
            Rig.Ends ends = rig.tunnel();
            ends.client().finish();
            assertThat(ends.origin().seesEnd()).isTrue();
            stream(ends);
            long before = allocated();
            stream(ends);
            long each = (allocated() - before) / MESSAGES;
            System.out.println("allocated per message of a half-open tunnel: " + each + " B");
            assertThat(each).isLessThan(1024);
        }
    }

    @Test
    void thousandsOfTunnelsThatEndAtOnceLetOthersGoOn() throws IOException {
        try (Rig rig = new Rig()) {
            Rig.Ends quiet = rig.tunnel();
            List<Rig.Ends> all = new ArrayList<>();
            for (int i = 0; i < TUNNELS; i++) {
                all.add(rig.tunnel());
            }
            for (Rig.Ends each : all) {
                each.client().finish();
            }
            for (Rig.Ends each : all) {
                assertThat(each.origin().seesEnd()).isTrue();
            }
            for (Rig.Ends each : all) {
                each.origin().send("bye").finish();
            }
            long sent = System.nanoTime();
            quiet.client().send("ping");
            assertThat(quiet.origin().read(4)).isEqualTo("ping");
            long pinged = System.nanoTime();
            for (Rig.Ends each : all) {
                assertThat(each.client().readToEnd()).isEqualTo("bye");
            }
            System.out.printf(
                    "%d tunnels ended at once: ping after %d ms, all ended after %d ms%n",
                    TUNNELS,
                    TimeUnit.NANOSECONDS.toMillis(pinged - sent),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent));
        }
    }
}
