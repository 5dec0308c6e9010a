package org.wsproof.proxy.tunnel;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many tunnels there are on all threads, who is told of them, and whether they are drained. Used on any thread. */
final class OpenTunnels {
    private static final Logger LOG = LoggerFactory.getLogger(OpenTunnels.class);

    private final TunnelListener listener;
    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong count = new AtomicLong();

    /** What runs once there is no tunnel left. */
    private final Queue<Runnable> whenEmpty = new ConcurrentLinkedQueue<>();

    private volatile boolean draining;

    OpenTunnels(TunnelListener listener) {
        this.listener = listener;
    }

    boolean draining() {
        return draining;
    }

    long nextId() {
        return ids.incrementAndGet();
    }

    /** Counts one more. */
    void opened(String gateway) {
        count.incrementAndGet();
        tell(() -> listener.opened(gateway));
    }

    void ended(TunnelReport report) {
        tell(() -> listener.ended(report));
        if (count.decrementAndGet() == 0) {
            empty();
        }
    }

    void drain(Runnable afterwards) {
        whenEmpty.add(afterwards);
        draining = true;
        if (count.get() == 0) {
            empty();
        }
    }

    private void empty() {
        for (Runnable next = whenEmpty.poll(); next != null; next = whenEmpty.poll()) {
            next.run();
        }
    }

    /** A listener's mistake is the listener's: the tunnel goes on. */
    private static void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException fault) {
            LOG.error("a listener of tunnels failed", fault);
        }
    }
}
