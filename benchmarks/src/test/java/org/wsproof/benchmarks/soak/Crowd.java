package org.wsproof.benchmarks.soak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.wsproof.benchmarks.load.Counts;
import org.wsproof.benchmarks.load.LoadClient;
import org.wsproof.benchmarks.load.LoadEnd;
import org.wsproof.benchmarks.load.LoadListener;
import org.wsproof.benchmarks.load.LoadOrder;
import org.wsproof.benchmarks.load.LoadTunnel;
import org.wsproof.benchmarks.load.Script;

/** The clients of a soak: those that end in a given way each, and those that stay until they are told. */
final class Crowd implements LoadListener, AutoCloseable {
    private static final int WINDOW = 3;
    private static final int SOURCES = 32;

    /** So long a client that leaves early waits at most. */
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(16);

    private final InetSocketAddress gateway;
    private final LoadClient client;
    private final Map<LoadTunnel, Ending> endings = new HashMap<>();
    private final Deque<Leaving> leaving = new ArrayDeque<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    private final Stayers stayers = new Stayers(script -> open(script, wayOfStayers()));
    private Deque<Ending> queue = new ArrayDeque<>();
    private CompletableFuture<Void> played = new CompletableFuture<>();

    /** What the gateway's requests call those that stay. */
    private String way = "";

    private record Leaving(LoadTunnel tunnel, Ending ending, long due) {}

    Crowd(InetSocketAddress gateway, long seed) throws IOException {
        this.gateway = gateway;
        this.client = LoadClient.start(this, seed);
    }

    Counts.Snapshot counts() {
        return client.counts().now();
    }

    /** What was not as it should have been. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Fails if no tunnel is served any more. */
    void requireNoFault() {
        client.requireNoFault();
    }

    /** Opens a tunnel for each, at most so many at once, and is complete when all have ended. */
    CompletableFuture<Void> play(List<Ending> all, int atOnce) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        client.execute(() -> {
            queue = new ArrayDeque<>(all);
            played = done;
            for (int i = 0; i < atOnce; i++) {
                next();
            }
        });
        return done;
    }

    private void next() {
        Ending ending = queue.poll();
        if (ending == null) {
            if (endings.isEmpty()) {
                played.complete(null);
            }
            return;
        }
        LoadTunnel tunnel = open(ending.script(), ending.word());
        endings.put(tunnel, ending);
        if (ending.leavesEarly()) {
            long patience = PATIENCE * (tunnel.number() % 8) / 8;
            leaving.add(new Leaving(tunnel, ending, System.nanoTime() + patience));
        }
    }

    /** A source address has 28,000 ports, some of them still kept by connections that are gone. */
    private LoadOrder order(Script script, String way) {
        byte[] source = {127, 0, 1, (byte) (1 + client.counts().now().ended() % SOURCES)};
        try {
            Optional<InetAddress> from = Optional.of(InetAddress.getByAddress(source));
            return new LoadOrder(gateway, from, script, WINDOW, "way=" + way, Optional.empty());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private LoadTunnel open(Script script, String named) {
        return client.open(order(script, named));
    }

    private String wayOfStayers() {
        return way;
    }

    /** Opens so many tunnels that stay, and is complete when each has sent a message and got it back. */
    CompletableFuture<Void> settle(int tunnels, int atOnce, String named) {
        return perform(done -> {
            way = named;
            stayers.settle(tunnels, atOnce, done);
        });
    }

    /** Has some of those that stay exchange so many messages together, and is complete when they have. */
    CompletableFuture<Void> exchange(int tunnels, long messages) {
        return perform(done -> stayers.exchange(tunnels, messages, done));
    }

    /** Has those that stay end with a Close, all at once, and is complete when they are gone. */
    CompletableFuture<Void> disperse() {
        return perform(done -> {
            stayers.expectEnd(done);
            stayers.closeAll();
        });
    }

    /** Opens handshakes that nobody answers; they are among those that stay. */
    CompletableFuture<Void> await(int handshakes) {
        return perform(done -> {
            stayers.handshakes(handshakes);
            done.complete(null);
        });
    }

    /** Some of them send without end; once this is complete, whatever ends any of them is as it should be. */
    CompletableFuture<Void> expectLoss(int tunnels, CompletableFuture<Void> gone) {
        return perform(done -> {
            stayers.expectEnd(gone);
            stayers.exchange(tunnels, Long.MAX_VALUE, new CompletableFuture<>());
            done.complete(null);
        });
    }

    private CompletableFuture<Void> perform(Consumer<CompletableFuture<Void>> task) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        client.execute(() -> task.accept(done));
        return done;
    }

    /** From 1 octet to 20 KiB, most of them small. */
    static int octets(LoadTunnel tunnel) {
        long mixed = tunnel.number() * 31 + tunnel.verified() * 17;
        return (int) (mixed % 16 == 0 ? mixed % 20_480 : mixed % 1_000) + 2;
    }

    @Override
    public void opened(LoadTunnel tunnel) {
        tunnel.send(octets(tunnel));
    }

    @Override
    public void echoed(LoadTunnel tunnel, int octets, long sent) {
        Ending ending = endings.get(tunnel);
        if (ending != null) {
            if (tunnel.verified() == 1) {
                ending.perform(tunnel, octets(tunnel));
            }
        } else {
            stayers.echoed(tunnel);
        }
    }

    @Override
    public void closed(LoadTunnel tunnel, int code) {
        Ending ending = endings.get(tunnel);
        boolean own = ending == null ? code == 1000 : ending == Ending.CLOSE_BY_CLIENT || ending == Ending.EARLY_HINTS;
        if (!own) {
            tunnel.close(code);
        }
    }

    @Override
    public void finished(LoadTunnel tunnel) {
        Ending ending = endings.get(tunnel);
        if (ending == null) {
            tunnel.finish();
        } else {
            ending.finished(tunnel, octets(tunnel));
        }
    }

    @Override
    public void ended(LoadTunnel tunnel, LoadEnd end) {
        Ending ending = endings.remove(tunnel);
        if (ending != null) {
            if (!ending.mayBeSeenAs(end.kind())) {
                wrong.add(figure(end) + ending.words() + " was seen as " + end);
            }
            next();
            return;
        }
        if (!stayers.ended(tunnel) || end.kind() == LoadEnd.Kind.WRONG) {
            wrong.add(figure(end) + "a tunnel that was to stay was seen to end: " + end);
        }
    }

    private static String figure(LoadEnd end) {
        return end.kind() == LoadEnd.Kind.WRONG ? "octets: " : "endings: ";
    }

    @Override
    public long turn(long now) {
        for (Leaving first = leaving.peek(); first != null && first.due() - now <= 0; first = leaving.peek()) {
            leaving.remove();
            first.ending().leave(first.tunnel());
        }
        return leaving.isEmpty() ? Long.MAX_VALUE : TimeUnit.MILLISECONDS.toNanos(1);
    }

    @Override
    public void close() {
        client.close();
    }
}
