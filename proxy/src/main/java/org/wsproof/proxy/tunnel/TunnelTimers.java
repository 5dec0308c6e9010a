package org.wsproof.proxy.tunnel;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * The timers of a tunnel.
 *
 * @param idle how long no octet may move in either direction; zero is off
 * @param halfOpen the same, once one end has closed its direction; more than zero
 * @param stalledWrite how long an end may take nothing while octets wait for it; more than zero
 * @param drainGrace how long it may go on once drained; zero ends it at once
 */
public record TunnelTimers(Duration idle, Duration halfOpen, Duration stalledWrite, Duration drainGrace) {
    /** The shortest of those that are on: what a sweep must be fine enough for. */
    public Duration shortest() {
        return Stream.of(idle, halfOpen, stalledWrite, drainGrace)
                .filter(timer -> !timer.isZero())
                .min(Duration::compareTo)
                .orElseThrow();
    }
}
