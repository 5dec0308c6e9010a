package org.wsproof.proxy.tunnel;

import java.time.Duration;

/**
 * The timers of a tunnel.
 *
 * @param idle how long no octet may move in either direction; zero is off
 * @param halfOpen the same, once one end has closed its direction; more than zero
 * @param stalledWrite how long an end may take nothing while octets wait for it; more than zero
 */
public record TunnelTimers(Duration idle, Duration halfOpen, Duration stalledWrite) {
    /** The shortest of those that are on: what a sweep must be fine enough for. */
    public Duration shortest() {
        Duration shortest = halfOpen.compareTo(stalledWrite) < 0 ? halfOpen : stalledWrite;
        return idle.isZero() || idle.compareTo(shortest) > 0 ? shortest : idle;
    }
}
