package org.wsproof.benchmarks.bench.contenders;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.wsproof.benchmarks.bench.figures.Described;
import org.wsproof.conformance.targets.recipes.ProxyProcess;

/**
 * A contender that runs.
 *
 * @param address where it accepts connections
 * @param secured where it accepts TLS; none on the direct way
 * @param process none on the direct way
 */
public record Started(
        Described described,
        InetSocketAddress address,
        Optional<InetSocketAddress> secured,
        Optional<ProxyProcess> process)
        implements AutoCloseable {
    /** All processes of the proxy's own; empty on the direct way. */
    public Optional<ProcessTree> tree() {
        return process.map(running -> ProcessTree.of(running.pid()));
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
