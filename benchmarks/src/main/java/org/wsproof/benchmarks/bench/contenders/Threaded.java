package org.wsproof.benchmarks.bench.contenders;

import java.io.IOException;
import org.wsproof.benchmarks.bench.figures.Described;

/**
 * A contender with more I/O threads than one, under a name of its own, beside the one that has one.
 *
 * @param threads 2 or more
 */
public record Threaded(Contender contender, int threads) implements Contender {
    @Override
    public String name() {
        return contender.name() + "-" + threads + "-threads";
    }

    @Override
    public Started start(Ground ground) throws IOException {
        Started started = contender.start(ground.with(threads));
        Described described = started.described();
        return new Started(
                new Described(name(), described.version(), described.how(), described.configuration()),
                started.address(),
                started.secured(),
                started.process(),
                started.mostTunnels(),
                started.compiles());
    }
}
