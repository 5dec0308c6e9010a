package org.wsproof.proxy.tunnel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.wsproof.proxy.tunnel.legs.Closer;
import org.wsproof.proxy.tunnel.legs.Leg;
import org.xnio.XnioIoThread;

/** All tunnels of a gateway. */
public final class Relays implements AutoCloseable {
    private static final Duration FINEST_TICK = Duration.ofMillis(10);
    private static final Duration COARSEST_TICK = Duration.ofMillis(250);

    private final Closer closer = new Closer();
    private final Map<XnioIoThread, RelayThread> threads = new ConcurrentHashMap<>();
    private final OpenTunnels tunnels;
    private volatile long tickNanos;

    /**
     * @param shortestTimer of all tunnels to come; tunnels end at most a tenth of it late, within 20 ms and half a second
     * @param listener told of every tunnel
     */
    public Relays(Duration shortestTimer, TunnelListener listener) {
        this.tickNanos = tickFor(shortestTimer);
        this.tunnels = new OpenTunnels(listener);
    }

    private static long tickFor(Duration shortestTimer) {
        long tick = shortestTimer.toNanos() / 20;
        return Math.max(FINEST_TICK.toNanos(), Math.min(COARSEST_TICK.toNanos(), tick));
    }

    /** Looks for tunnels whose time is up in steps that suit this timer, from the next step on. */
    public void tick(Duration shortestTimer) {
        tickNanos = tickFor(shortestTimer);
    }

    /**
     * Relays between two connections from now on. Must be called on the I/O thread of both; the early octets are taken
     * before it returns, and both connections closed once the tunnel ends. Where this throws there is no tunnel, and they are
     * the caller's to close.
     *
     * @throws IllegalArgumentException if the connections are not on one I/O thread
     */
    public void open(Upgraded client, Upgraded origin, TunnelTerms terms) {
        XnioIoThread thread = client.connection().getIoThread();
        if (origin.connection().getIoThread() != thread) {
            throw new IllegalArgumentException("the legs of a tunnel must share an I/O thread");
        }
        RelayThread relay = threads.computeIfAbsent(thread, t -> new RelayThread(t, closer, tunnels, () -> tickNanos));
        Tunnel.Legs legs = new Tunnel.Legs(new Leg(client.connection()), new Leg(origin.connection()));
        Tunnel tunnel = new Tunnel(tunnels.nextId(), relay, terms, legs);
        tunnels.opened(terms.gateway());
        relay.open(tunnel, client, origin);
    }

    /**
     * From now on every tunnel, those to come too, is to end within its drain grace.
     *
     * @param whenEmpty run once, on any thread, when no tunnel is left; at once if there is none
     */
    public void drain(Runnable whenEmpty) {
        tunnels.drain(whenEmpty);
        threads.forEach((thread, relay) -> onThread(thread, relay::drain));
    }

    /** The tunnels that are open now. */
    public CompletableFuture<List<TunnelReport>> open() {
        CompletableFuture<List<TunnelReport>> all = CompletableFuture.completedFuture(List.of());
        for (RelayThread relay : threads.values()) {
            CompletableFuture<List<TunnelReport>> some = new CompletableFuture<>();
            if (!onThread(relay.thread(), () -> some.complete(relay.reports()))) {
                some.complete(List.of());
            }
            all = all.thenCombine(some, Relays::joined);
        }
        return all;
    }

    private static List<TunnelReport> joined(List<TunnelReport> some, List<TunnelReport> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static boolean onThread(XnioIoThread thread, Runnable task) {
        try {
            thread.execute(task);
            return true;
        } catch (RejectedExecutionException stopped) {
            return false;
        }
    }

    /** Ends every tunnel, soon. */
    public void endAll() {
        threads.forEach((thread, relay) -> onThread(thread, () -> relay.endAll(EndedBy.SHUTDOWN)));
    }

    @Override
    public void close() {
        closer.close();
    }
}
