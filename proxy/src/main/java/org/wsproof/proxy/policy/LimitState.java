package org.wsproof.proxy.policy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * What the limits have counted so far, by the gateway's name, so that it outlives a configuration: a reload empties no bucket
 * and forgets no tunnel. Thread-safe.
 */
public final class LimitState {
    /** Of each gateway, some six megabytes at most. */
    private static final int MOST_ADDRESSES = 50_000;

    private final LongSupplier clock;
    private final Map<String, OfGateway> gateways = new ConcurrentHashMap<>();

    /** Nothing is counted yet. */
    public LimitState() {
        this(System::nanoTime);
    }

    /** @param clock in nanoseconds */
    LimitState(LongSupplier clock) {
        this.clock = clock;
    }

    /** What is counted of one gateway. */
    public record OfGateway(UpgradeRates rates, TunnelPlaces tunnels) {}

    /** The counts of the gateway with this name; the same ones each time. */
    public OfGateway of(String gateway) {
        return gateways.computeIfAbsent(
                gateway, name -> new OfGateway(new UpgradeRates(clock, MOST_ADDRESSES), new TunnelPlaces()));
    }
}
