package org.wsproof.proxy.tunnel;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.xnio.XnioIoThread;

/** All tunnels of a gateway. */
public final class Relays implements AutoCloseable {
    private static final Duration FINEST_TICK = Duration.ofMillis(10);
    private static final Duration COARSEST_TICK = Duration.ofMillis(250);

    private final Closer closer = new Closer();
    private final Map<XnioIoThread, RelayThread> threads = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final long tickNanos;

    /**
     * @param shortestTimer of all tunnels to come; tunnels end at most a tenth of it late, within 20 ms and half a second
     */
    public Relays(Duration shortestTimer) {
        long tick = shortestTimer.toNanos() / 20;
        this.tickNanos = Math.max(FINEST_TICK.toNanos(), Math.min(COARSEST_TICK.toNanos(), tick));
    }

    /**
     * Relays between two connections from now on. Must be called on the I/O thread of both; the early octets are taken
     * before it returns.
     *
     * @throws IllegalArgumentException if the connections are not on one I/O thread
     */
    public void open(Upgraded client, Upgraded origin, TunnelTimers timers) {
        XnioIoThread thread = client.connection().getIoThread();
        if (origin.connection().getIoThread() != thread) {
            throw new IllegalArgumentException("the legs of a tunnel must share an I/O thread");
        }
        RelayThread relay = threads.computeIfAbsent(thread, t -> new RelayThread(t, closer, tickNanos));
        Tunnel.Legs legs = new Tunnel.Legs(
                new Leg(client.connection(), EndedBy.CLIENT), new Leg(origin.connection(), EndedBy.ORIGIN));
        Tunnel tunnel = new Tunnel(ids.incrementAndGet(), relay, timers, legs);
        relay.add(tunnel);
        tunnel.open(client, origin);
    }

    /** Ends every tunnel, soon. */
    public void endAll() {
        threads.forEach((thread, relay) -> thread.execute(() -> relay.endAll(EndedBy.SHUTDOWN)));
    }

    @Override
    public void close() {
        closer.close();
    }
}
