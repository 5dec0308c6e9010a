package org.wsproof.proxy.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Tunnels are counted whatever becomes of who is told of them: a drain waits for the last one, and for no more. */
final class OpenTunnelsTest {
    private static final InetSocketAddress NOWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    private static final TunnelReport.Flow NOTHING = new TunnelReport.Flow(0, 0, 0);

    private static final class Faulty implements TunnelListener {
        @Override
        public void opened(String gateway) {
            throw new AssertionError("a fault that the test makes");
        }

        @Override
        public void ended(TunnelReport report) {
            throw new AssertionError("a fault that the test makes");
        }
    }

    @Test
    void aFaultyListenersTunnelsAreCountedAllTheSame() {
        OpenTunnels tunnels = new OpenTunnels(new Faulty());
        CompletableFuture<Boolean> empty = new CompletableFuture<>();
        tunnels.opened("gateway");
        tunnels.drain(() -> empty.complete(true));
        assertThat(empty).isNotDone();
        tunnels.ended(new TunnelReport(
                1, "gateway", NOWHERE, NOWHERE, NOTHING, NOTHING, Duration.ZERO, "client", OptionalInt.empty()));
        assertThat(empty).isDone();
    }
}
