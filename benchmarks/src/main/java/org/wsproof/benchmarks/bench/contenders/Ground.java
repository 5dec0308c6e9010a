package org.wsproof.benchmarks.bench.contenders;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * What a contender stands on.
 *
 * @param folder an empty folder of its own
 * @param origin where it finds its origin
 * @param keys for its TLS frontside
 * @param cores where it is to run
 * @param tunnels the most that it must hold at once
 * @param descriptors the most that it may have
 */
public record Ground(Path folder, InetSocketAddress origin, Keys keys, Cores cores, int tunnels, int descriptors) {}
