package org.wsproof.benchmarks.bench.contenders;

import java.util.Optional;
import org.wsproof.benchmarks.bench.figures.Described;

/** No proxy: what is left when nothing stands between the client and the origin. */
final class Direct implements Contender {
    static final String NAME = "direct";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Started start(Ground ground) {
        return new Started(
                new Described(NAME, "", "no proxy: the load client talks to the origin", ""),
                ground.origin(),
                Optional.empty(),
                Optional.empty(),
                Integer.MAX_VALUE,
                false);
    }
}
