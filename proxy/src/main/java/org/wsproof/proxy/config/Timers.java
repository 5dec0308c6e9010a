package org.wsproof.proxy.config;

import java.time.Duration;

/**
 * The timers of a gateway. All but {@code drainGrace} are more than zero; all are at most 86400 s.
 *
 * @param connect for resolving the backside's name and trying its addresses, all together, TLS not included
 * @param handshake from connected to the origin's answer, or from the last octet of the request's content that moved on
 * @param halfOpen how long a tunnel may go on after one end has said its last
 * @param stalledWrite how long an end may take nothing while octets wait for it
 * @param drainGrace how long tunnels may go on once draining; zero ends them at once
 */
public record Timers(
        Duration connect, Duration handshake, Duration halfOpen, Duration stalledWrite, Duration drainGrace) {
    /** What holds where the file says nothing. */
    public static Timers defaults() {
        return new Timers(
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30));
    }
}
