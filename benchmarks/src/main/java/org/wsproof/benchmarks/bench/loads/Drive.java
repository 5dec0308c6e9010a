package org.wsproof.benchmarks.bench.loads;

import java.util.concurrent.CompletableFuture;
import org.wsproof.benchmarks.load.LoadListener;

/** A load: what the client does with its tunnels from {@link #begin} until all of them have ended. On the client's thread. */
interface Drive extends LoadListener {
    /** Opens tunnels. */
    void begin();

    /** It is measured from now on. */
    default void settled() {}

    /** From now on nothing is begun; what is under way comes to its end, and then the tunnels end. */
    void stop();

    /** Complete once the load runs; fails if a tunnel ends before it should. Any thread may wait for it. */
    CompletableFuture<Void> running();

    /** Complete once all tunnels have ended after {@link #stop}; fails as {@link #running}. */
    CompletableFuture<Void> over();
}
