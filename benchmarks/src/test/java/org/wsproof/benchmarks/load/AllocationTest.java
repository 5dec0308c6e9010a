package org.wsproof.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.benchmarks.load.origin.ScriptedOrigin;

/** What client and origin allocate would be collected beside the proxy that is measured. */
final class AllocationTest {
    private static final long WARM = 10_000;
    private static final long MEASURED = 20_000;

    /** The least object has 16 octets; compilers and selectors allocate a little now and then. */
    private static final long LESS_THAN_AN_OBJECT = 4;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    @Timeout(60)
    void aSteadyRunAllocatesNothingAMessage() throws Exception {
        CompletableFuture<Long> octets = new CompletableFuture<>();
        LoadListener measuring = new LoadListener() {
            private long before;

            @Override
            public void opened(LoadTunnel tunnel) {
                tunnel.send(64);
            }

            @Override
            public void echoed(LoadTunnel tunnel, int length, long sent) {
                if (tunnel.verified() == WARM) {
                    before = allocated();
                }
                if (tunnel.verified() == WARM + MEASURED) {
                    octets.complete(allocated() - before);
                    return;
                }
                tunnel.send(64);
            }
        };
        try (ScriptedOrigin origin = origin();
                LoadClient client = LoadClient.start(measuring, 1)) {
            client.execute(() -> client.open(LoadOrder.to(origin.address(), Script.ECHO)));
            assertThat(octets.get(50, TimeUnit.SECONDS)).isLessThan(MEASURED * LESS_THAN_AN_OBJECT);
        }
    }

    private static ScriptedOrigin origin() throws IOException {
        return ScriptedOrigin.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** By the threads of both ends. */
    private long allocated() {
        long sum = 0;
        for (Thread each : Thread.getAllStackTraces().keySet()) {
            if (each.getName().equals("load-client") || each.getName().equals("scripted-origin")) {
                sum += threads.getThreadAllocatedBytes(each.getId());
            }
        }
        return sum;
    }
}
