package org.wsproof.benchmarks.bench.contenders;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.wsproof.benchmarks.bench.figures.Described;
import org.wsproof.conformance.targets.recipes.ProxyProcess;

/**
 * A contender that runs.
 *
 * @param address where it accepts connections
 * @param secured where it accepts TLS; none on the direct way
 * @param process none on the direct way
 * @param mostTunnels that it can have at once, if it can tell
 * @param compiles whether its code is compiled while it runs, so that it gets cheaper for a while
 */
public record Started(
        Described described,
        InetSocketAddress address,
        Optional<InetSocketAddress> secured,
        Optional<ProxyProcess> process,
        int mostTunnels,
        boolean compiles)
        implements AutoCloseable {
    /** All processes of the proxy's own; empty on the direct way. */
    public Optional<ProcessTree> tree() {
        return process.map(running -> ProcessTree.of(running.pid()));
    }

    /** Waits for the proxy to end by itself, {@code most} at most; whether it has. */
    public boolean endsWithin(Duration most) throws InterruptedException {
        return process.isPresent() && process.get().endedWithin(most);
    }

    /** What it printed last; "" if nothing. */
    public String lastWords() {
        return process.map(ProxyProcess::lastWords).orElse("");
    }

    @Override
    public void close() {
        process.ifPresent(ProxyProcess::close);
    }
}
