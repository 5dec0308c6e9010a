package org.wsproof.proxy.admin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.wsproof.proxy.tunnel.TunnelReport;

/** Looks at the tunnels that are open, for everyone who asks at once, and has them counted. */
final class Look {
    private final Supplier<CompletableFuture<List<TunnelReport>>> openTunnels;
    private final Traffic traffic;
    private final Duration patience;

    /** The last one, which may be under way. */
    private CompletableFuture<List<TunnelReport>> last = CompletableFuture.completedFuture(List.of());

    /** @param patience how long the gateway's threads are waited for */
    Look(Supplier<CompletableFuture<List<TunnelReport>>> openTunnels, Traffic traffic, Duration patience) {
        this.openTunnels = openTunnels;
        this.traffic = traffic;
        this.patience = patience;
    }

    /** What is known of the tunnels now; empty if a thread of the gateway does not say in time. */
    Optional<List<TunnelReport>> look() {
        try {
            return Optional.of(begun().get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException stuck) {
            return Optional.empty();
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the open tunnels can't be told", fault);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized CompletableFuture<List<TunnelReport>> begun() {
        if (last.isDone()) {
            traffic.lookBegins();
            last = openTunnels.get().thenApply(this::counted);
        }
        return last;
    }

    private List<TunnelReport> counted(List<TunnelReport> open) {
        traffic.looked(open);
        return open;
    }
}
