package org.wsproof.benchmarks.bench.loads;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;
import org.wsproof.benchmarks.bench.contenders.ProcessTree;
import org.wsproof.benchmarks.bench.contenders.Started;
import org.wsproof.benchmarks.bench.figures.Echo;
import org.wsproof.benchmarks.bench.figures.Idle;
import org.wsproof.benchmarks.bench.figures.Latency;
import org.wsproof.benchmarks.bench.figures.Slice;
import org.wsproof.benchmarks.load.Counts;
import org.wsproof.benchmarks.load.LoadClient;
import org.wsproof.benchmarks.load.LoadOrder;
import org.wsproof.benchmarks.load.Script;
import org.wsproof.benchmarks.load.line.TlsClient;
import org.wsproof.benchmarks.load.origin.ScriptedOrigin;

/**
 * The load client and the echo origin of a run, in this process, and what is measured with them. One thread uses it, and an
 * interrupt of that thread ends a measurement at once.
 */
public final class Stand implements AutoCloseable {
    private static final Duration SETTLE = Duration.ofMillis(150);
    private static final Duration LATEST = Duration.ofSeconds(30);
    private static final long SEED = 1;
    private static final int HANDSHAKES_AT_ONCE = 16;
    private static final int IDLE_STEPS = 4;

    private final TlsClient tls;
    private final ScriptedOrigin origin;
    private final ProcessTree self = ProcessTree.ofThisAlone();
    private LoadClient client;
    private Switch listeners;

    /** What the origin has complained of, and was told already. */
    private String wrong = "";

    private Stand(ScriptedOrigin origin, LoadClient client, Switch listeners, TlsClient tls) {
        this.tls = tls;
        this.origin = origin;
        this.client = client;
        this.listeners = listeners;
    }

    /**
     * Starts both.
     *
     * @param tls for messages over TLS
     */
    public static Stand start(TlsClient tls) throws IOException {
        Switch listeners = new Switch();
        LoadClient client = LoadClient.start(listeners, SEED);
        try {
            ScriptedOrigin origin =
                    ScriptedOrigin.start(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
            return new Stand(origin, client, listeners, tls);
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    /** Where the origin listens. */
    public InetSocketAddress origin() {
        return origin.address();
    }

    /**
     * As many messages as go through it.
     *
     * @throws java.util.NoSuchElementException if they are to go over TLS, and it accepts none
     */
    public Slice echo(Started through, Echo echo, Duration time) throws IOException, InterruptedException {
        return measured(
                new EchoDrive(client, order(through, echo), echo), through, new Extent(time, 1), Gauge::messages);
    }

    private LoadOrder order(Started through, Echo echo) {
        return echo.tls()
                ? LoadOrder.to(through.secured().orElseThrow(), Script.ECHO).over(Optional.of(tls))
                : LoadOrder.to(through.address(), Script.ECHO);
    }

    /** Messages at a fixed rate, and how long each took. */
    public Latency pace(Started through, Echo echo, int rate, Duration time) throws IOException, InterruptedException {
        PacedDrive drive = new PacedDrive(client, through.address(), echo, rate);
        Slice slice = measured(drive, through, new Extent(time, 1), Gauge::messages);
        return new Latency(drive.latencies(), slice);
    }

    /**
     * As many opening handshakes as go through it, each with the closing handshake behind it.
     *
     * @param least how many there must have been: slices follow one another until there were, or half a minute is over
     */
    public Slice handshakes(Started through, Duration time, int least) throws IOException, InterruptedException {
        HandshakeDrive drive = new HandshakeDrive(client, through.address(), HANDSHAKES_AT_ONCE);
        return measured(drive, through, new Extent(time, least), Gauge::opened);
    }

    /** More and more idle tunnels, up to so many; empty on the direct way, which holds none. */
    public Optional<Idle> idle(Started through, int tunnels) throws IOException, InterruptedException {
        Optional<ProcessTree> tree = through.tree();
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        long before = tree.get().residentOctets();
        IdleDrive drive = new IdleDrive(client, through.address(), tunnels);
        client.execute(() -> listeners.to(drive));
        List<Idle.Held> held = new ArrayList<>();
        for (int step = 1; step <= IDLE_STEPS; step++) {
            int goal = tunnels * step / IDLE_STEPS;
            CompletableFuture<Void> reached = new CompletableFuture<>();
            client.execute(() -> drive.upTo(goal, reached));
            await(CompletableFuture.anyOf(reached, drive.over()), "to open " + goal + " tunnels");
            passes(drive, SETTLE);
            held.add(new Idle.Held(goal, tree.get().residentOctets()));
        }
        end(drive);
        return Optional.of(new Idle(before, held));
    }

    /** After a failure: a new client, which knows nothing of the tunnels that were open. */
    public void renew() throws IOException {
        client.close();
        listeners = new Switch();
        client = LoadClient.start(listeners, SEED);
        wrong = origin.wrong();
    }

    /** How long, but longer where less came back than {@code least}. */
    private record Extent(Duration time, int least) {}

    private Slice measured(Drive drive, Started through, Extent extent, ToLongFunction<Gauge> count)
            throws IOException, InterruptedException {
        begin(drive);
        client.execute(drive::settled);
        Gauge before = gauge(through);
        Gauge after = before;
        while (count.applyAsLong(after) - count.applyAsLong(before) < extent.least
                && after.nanos - before.nanos < LATEST.toNanos()) {
            passes(drive, extent.time);
            after = gauge(through);
        }
        if (count.applyAsLong(after) == count.applyAsLong(before)) {
            throw new IOException("nothing came back in " + LATEST.toSeconds() + " s");
        }
        end(drive);
        return after.since(before, count);
    }

    private record Gauge(long messages, long octets, long opened, long nanos, long proxyCpu, long loadCpu) {
        Slice since(Gauge before, ToLongFunction<Gauge> count) {
            return new Slice(
                    count.applyAsLong(this) - count.applyAsLong(before),
                    octets - before.octets,
                    nanos - before.nanos,
                    proxyCpu - before.proxyCpu,
                    loadCpu - before.loadCpu);
        }
    }

    private Gauge gauge(Started through) throws IOException {
        Optional<ProcessTree> tree = through.tree();
        long proxy = tree.isEmpty() ? 0 : tree.get().cpuNanos();
        Counts.Snapshot now = client.counts().now();
        return new Gauge(
                now.receivedMessages(), now.receivedOctets(), now.opened(), System.nanoTime(), proxy, self.cpuNanos());
    }

    private void begin(Drive drive) throws IOException, InterruptedException {
        client.execute(() -> {
            listeners.to(drive);
            drive.begin();
        });
        await(drive.running(), "to run");
        passes(drive, SETTLE);
    }

    /** Lets it run; a fault of it ends that at once. */
    private void passes(Drive drive, Duration time) throws IOException, InterruptedException {
        try {
            drive.over().get(time.toNanos(), TimeUnit.NANOSECONDS);
            throw new IOException("all tunnels ended early");
        } catch (TimeoutException asItShould) {
            client.requireNoFault();
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    private void end(Drive drive) throws IOException, InterruptedException {
        client.execute(drive::stop);
        await(drive.over(), "to end");
        if (!origin.wrong().equals(wrong)) {
            throw new IOException("the origin got what was not sent: " + origin.wrong());
        }
    }

    private void await(CompletableFuture<?> what, String to) throws IOException, InterruptedException {
        try {
            what.get(LATEST.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            client.requireNoFault();
            throw new IOException("the load needs more than " + LATEST.toSeconds() + " s " + to, e);
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    private static IOException failure(ExecutionException e) {
        return new IOException(
                String.valueOf(
                        e.getCause() == null ? e.getMessage() : e.getCause().getMessage()),
                e);
    }

    @Override
    public void close() {
        client.close();
        origin.close();
    }
}
