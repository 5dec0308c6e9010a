package org.wsproof.proxy.admin;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.wsproof.proxy.http.Refusal;
import org.wsproof.proxy.tunnel.TunnelReport;

/** Counts what happens in the gateway, from none, by the name of the multi-protocol gateway it happens in. */
final class Metrics implements GatewayListener {
    private static final double NANOS_PER_SECOND = 1e9;

    private final MeterRegistry registry;
    private final Traffic traffic;
    private final Map<String, GatewayMeters> gateways = new ConcurrentHashMap<>();
    private final Counter drains;
    private final Counter taken;
    private final Counter notTaken;

    /** @param names of the gateways known so far, so that what has not happened yet is counted as none */
    Metrics(MeterRegistry registry, Traffic traffic, List<String> names) {
        this.registry = registry;
        this.traffic = traffic;
        this.drains = Counter.builder("wsproof.drains")
                .description("Times the gateway has begun to drain.")
                .register(registry);
        this.taken = reloads("taken");
        this.notTaken = reloads("refused");
        names.forEach(this::gateway);
        List.<MeterBinder>of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics())
                .forEach(binder -> binder.bindTo(registry));
        processorTime();
    }

    /** Under the name that all of Prometheus' own libraries use, unlike Micrometer's. */
    private void processorTime() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            FunctionCounter.builder("process.cpu", system, each -> each.getProcessCpuTime() / NANOS_PER_SECOND)
                    .description("Processor time that this process has used.")
                    .baseUnit("seconds")
                    .register(registry);
        }
    }

    private Counter reloads(String outcome) {
        return Counter.builder("wsproof.reloads")
                .description("Times a changed configuration was read.")
                .tag("outcome", outcome)
                .register(registry);
    }

    private GatewayMeters gateway(String name) {
        return gateways.computeIfAbsent(name, unseen -> new GatewayMeters(registry, unseen, traffic));
    }

    @Override
    public void refused(String gateway, Refusal refusal) {
        gateway(gateway).refused(refusal);
    }

    @Override
    public void switched(String gateway, Duration handshake) {
        gateway(gateway).switched(handshake);
    }

    @Override
    public void opened(String gateway) {
        gateway(gateway).opened();
    }

    @Override
    public void ended(TunnelReport report) {
        traffic.ended(report);
        gateway(report.gateway()).ended(report.endedBy());
    }

    @Override
    public void draining() {
        drains.increment();
    }

    @Override
    public void reloaded(boolean accepted) {
        (accepted ? taken : notTaken).increment();
    }
}
