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
 * @param threads I/O threads, or workers, that it is to have; it runs on as many cores
 * @param tunnels the most that it must hold at once
 * @param descriptors the most that it may have
 */
public record Ground(
        Path folder, InetSocketAddress origin, Keys keys, Cores cores, int threads, int tunnels, int descriptors) {
    /** The same in another folder. */
    public Ground in(Path other) {
        return new Ground(other, origin, keys, cores, threads, tunnels, descriptors);
    }

    /** The same with so many threads. */
    Ground with(int other) {
        return new Ground(folder, origin, keys, cores, other, tunnels, descriptors);
    }
}
