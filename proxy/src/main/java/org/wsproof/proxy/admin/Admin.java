package org.wsproof.proxy.admin;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.wsproof.proxy.config.admin.AdminListener;
import org.wsproof.proxy.tunnel.TunnelReport;

/** Puts together what the admin listener shows. Counts from its construction on; shows it from {@link #listen} on. */
public final class Admin {
    /** Less than the second or more that who probes or scrapes waits. */
    private static final Duration PATIENCE = Duration.ofMillis(900);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Traffic traffic = new Traffic();
    private final Metrics metrics;

    /** @param gateways the names of those known so far; others are counted from when they are first heard of */
    public Admin(List<String> gateways) {
        this.metrics = new Metrics(registry, traffic, gateways);
    }

    /**
     * Where the listener asks.
     *
     * @param threads what runs a task on each I/O thread, by the thread's name
     */
    public record Sources(
            Map<String, ? extends Executor> threads,
            Supplier<Readiness> readiness,
            Supplier<CompletableFuture<List<TunnelReport>>> openTunnels) {}

    /** Must be told what happens in the gateway. */
    public GatewayListener listener() {
        return metrics;
    }

    /**
     * Answers from now on.
     *
     * @throws IOException if the address can't be bound; nothing runs then
     */
    public AdminServer listen(AdminListener address, Sources sources) throws IOException {
        Look look = new Look(sources.openTunnels(), traffic, PATIENCE);
        return AdminServer.start(
                address,
                Map.of(
                        "/health/live", new Health(sources.threads(), PATIENCE),
                        "/health/ready", question -> ready(sources.readiness().get()),
                        "/metrics", new MetricsPage(registry, look),
                        "/tunnels", new TunnelsPage(look)),
                AdminServer.Bounds.usual());
    }

    private static Answer ready(Readiness readiness) {
        return Answer.text(readiness == Readiness.READY ? 200 : 503, readiness.word());
    }
}
