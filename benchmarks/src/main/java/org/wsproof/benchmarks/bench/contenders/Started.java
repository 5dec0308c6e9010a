package org.wsproof.benchmarks.bench.contenders;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.wsproof.benchmarks.bench.figures.Described;
import org.wsproof.benchmarks.bench.figures.Idle;
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

    /**
     * What its processes hold; empty on the direct way.
     *
     * @throws IOException if they have ended
     */
    public Optional<Idle.Memory> memory() throws IOException {
        Optional<ProcessTree> tree = tree();
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        // Before the collection, after which a process may give back some of what it holds.
        long resident = tree.get().residentOctets();
        return Optional.of(new Idle.Memory(resident, live()));
    }

    /** Empty where it is no Java process, or this Java can't look into others. */
    private OptionalLong live() {
        if (!compiles || process.isEmpty()) {
            return OptionalLong.empty();
        }
        try (JavaProcess asked = JavaProcess.of(process.get().pid())) {
            return OptionalLong.of(asked.liveOctets());
        } catch (IOException | LinkageError notToBeAsked) {
            return OptionalLong.empty();
        }
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
