package org.wsproof.proxy.admin;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.wsproof.proxy.http.Refusal;
import org.wsproof.proxy.tunnel.TunnelReport.Flow;

/** What is counted of one multi-protocol gateway; each name is Prometheus' once its conventions are applied to it. */
final class GatewayMeters {
    private static final String GATEWAY = "gateway";

    /** Where the bucket bounds are: a handshake on one machine, in a data centre, across the world, and at its timers. */
    private static final Duration[] BUCKETS = Stream.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final String gateway;
    private final AtomicLong open = new AtomicLong();
    private final Counter opened;
    private final Timer handshakes;
    private final Map<String, Counter> ended = new ConcurrentHashMap<>();
    private final Map<Class<?>, Counter> refused = new ConcurrentHashMap<>();

    GatewayMeters(MeterRegistry registry, String gateway, Traffic traffic) {
        this.registry = registry;
        this.gateway = gateway;
        this.opened = counter("wsproof.tunnels.opened", "Tunnels that have opened.");
        this.handshakes = Timer.builder("wsproof.handshake")
                .description("From an opening handshake read to its 101 out.")
                .tag(GATEWAY, gateway)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        Gauge.builder("wsproof.tunnels.open", open, AtomicLong::get)
                .description("Tunnels that are open.")
                .tag(GATEWAY, gateway)
                .register(registry);
        for (Class<?> each : Refusal.class.getPermittedSubclasses()) {
            refused(each);
        }
        passed("octets", "Octets relayed from an end of a tunnel.", traffic, Flow::octets);
        passed("frames", "Frames relayed from an end of a tunnel, where they are observed.", traffic, Flow::frames);
        passed(
                "messages",
                "Messages relayed from an end of a tunnel, where they are observed.",
                traffic,
                Flow::messages);
    }

    private void passed(String what, String description, Traffic traffic, ToDoubleFunction<Flow> count) {
        FunctionCounter.builder(
                        "wsproof.tunnel." + what,
                        traffic,
                        all -> count.applyAsDouble(all.of(gateway).fromClient()))
                .description(description)
                .tags(GATEWAY, gateway, "direction", "from-client")
                .register(registry);
        FunctionCounter.builder(
                        "wsproof.tunnel." + what,
                        traffic,
                        all -> count.applyAsDouble(all.of(gateway).fromOrigin()))
                .description(description)
                .tags(GATEWAY, gateway, "direction", "from-origin")
                .register(registry);
    }

    private Counter counter(String name, String description, String... tags) {
        return Counter.builder(name)
                .description(description)
                .tag(GATEWAY, gateway)
                .tags(tags)
                .register(registry);
    }

    void opened() {
        opened.increment();
        open.incrementAndGet();
    }

    void ended(String by) {
        ended.computeIfAbsent(by, word -> counter("wsproof.tunnels.ended", "Tunnels that have ended.", "by", word))
                .increment();
        open.decrementAndGet();
    }

    void refused(Refusal refusal) {
        refused(refusal.getClass()).increment();
    }

    private Counter refused(Class<?> refusal) {
        return refused.computeIfAbsent(
                refusal,
                kind -> counter(
                        "wsproof.requests.refused", "Requests that were refused.", "reason", Refusal.kind(kind)));
    }

    void switched(Duration taken) {
        handshakes.record(taken);
    }
}
