package org.wsproof.conformance.targets;

import java.net.URI;

/**
 * One profile of a target, as it runs.
 *
 * @param frontside where clients connect: {@code ws} or {@code wss}
 */
public record Offer(URI frontside, Timers timers) {}
