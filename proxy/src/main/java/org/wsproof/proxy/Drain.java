package org.wsproof.proxy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wsproof.proxy.frontside.listening.FrontConnections;
import org.wsproof.proxy.tunnel.Relays;

/** The end of a gateway that takes nothing new any more: what is under way comes to its own end, or to that of the grace. */
final class Drain {
    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    /** Behind the grace, for what ends with it; and for counting tunnels. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final FrontConnections connections;
    private final Relays relays;
    private final Duration grace;
    private final int before;

    /** Made before the connections are told, so that it can say how many there were. */
    Drain(FrontConnections connections, Relays relays, Duration grace) {
        this.connections = connections;
        this.before = connections.count();
        this.relays = relays;
        this.grace = grace;
    }

    /** Waits until nothing is left, a second longer than the grace at most; says so when it begins and when it ends. */
    void await() throws InterruptedException {
        long start = System.nanoTime();
        LOG.info(
                "draining: {} tunnels, {} connections, at most {}; to end process {} at once: kill -KILL {}",
                tunnels(),
                before,
                seconds(grace.plus(MARGIN)),
                ProcessHandle.current().pid(),
                ProcessHandle.current().pid());
        CompletableFuture<Void> nothingLeft = new CompletableFuture<>();
        relays.drain(() -> {});
        // A connection may still become a tunnel: the last tunnel is the last only when there are no connections.
        connections.whenNone(() -> relays.drain(() -> nothingLeft.complete(null)));
        try {
            nothingLeft.get(grace.plus(MARGIN).toMillis(), TimeUnit.MILLISECONDS);
            LOG.info("drained after {}", seconds(Duration.ofNanos(System.nanoTime() - start)));
        } catch (TimeoutException tooLong) {
            LOG.warn(
                    "drain is over after {}: {} tunnels and {} connections that are left end now",
                    seconds(Duration.ofNanos(System.nanoTime() - start)),
                    tunnels(),
                    connections.count());
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1e3 + " s";
    }

    private String tunnels() throws InterruptedException {
        try {
            return String.valueOf(
                    relays.open().get(MARGIN.toMillis(), TimeUnit.MILLISECONDS).size());
        } catch (TimeoutException | ExecutionException busy) {
            return "?";
        }
    }
}
