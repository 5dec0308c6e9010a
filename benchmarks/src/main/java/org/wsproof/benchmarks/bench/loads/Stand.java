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
    /** Of each load so much at its beginning is not measured. */
    public static final Duration SETTLE = Duration.ofMillis(100);

    private static final Duration LATEST = Extent.LATEST;
    private static final Duration LOOK = Duration.ofMillis(50);

    /** A proxy that uses no more than so little of a core rests: no more than a twentieth. */
    private static final int RESTING = 20;

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
    public Slice echo(Started through, Echo echo, Extent extent) throws IOException, InterruptedException {
        Slice slice = measured(new EchoDrive(client, order(through, echo), echo), through, extent, Gauge::messages);
        if (echo.takesTurns()) {
            rest(through);
        }
        return slice;
    }

    private LoadOrder order(Started through, Echo echo) {
        return echo.tls()
                ? LoadOrder.to(through.secured().orElseThrow(), Script.ECHO).over(Optional.of(tls))
                : LoadOrder.to(through.address(), Script.ECHO);
    }

    /** Messages at a fixed rate, and how long each took. */
    public Latency pace(Started through, Echo echo, int rate, Duration time) throws IOException, InterruptedException {
        PacedDrive drive = new PacedDrive(client, through.address(), echo, rate);
        Slice slice = measured(drive, through, Extent.of(time), Gauge::messages);
        return new Latency(drive.latencies(), slice);
    }

    /** As many opening handshakes as go through it, each with the closing handshake behind it. */
    public Slice handshakes(Started through, Extent extent) throws IOException, InterruptedException {
        HandshakeDrive drive = new HandshakeDrive(client, through.address(), HANDSHAKES_AT_ONCE);
        return measured(drive, through, extent, Gauge::opened);
    }

    /** More and more idle tunnels, up to so many; empty on the direct way, which holds none. */
    public Optional<Idle> idle(Started through, int tunnels) throws IOException, InterruptedException {
        // Once for nothing: what a process takes for being asked is not the tunnels'.
        through.memory();
        Optional<Idle.Memory> before = through.memory();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        IdleDrive drive = new IdleDrive(client, through.address(), tunnels);
        client.execute(() -> listeners.to(drive));
        List<Idle.Held> held = new ArrayList<>();
        for (int step = 1; step <= IDLE_STEPS; step++) {
            int goal = tunnels * step / IDLE_STEPS;
            CompletableFuture<Void> reached = new CompletableFuture<>();
            client.execute(() -> drive.upTo(goal, reached));
            await(CompletableFuture.anyOf(reached, drive.over()), "to open " + goal + " tunnels");
            passes(drive, SETTLE);
            held.add(new Idle.Held(goal, through.memory().orElseThrow()));
        }
        end(drive);
        rest(through);
        return Optional.of(new Idle(before.get(), held));
    }

    /** Waits while the proxy clears up behind thousands of tunnels that ended at once: it is not to be charged to the next load. */
    private static void rest(Started through) throws IOException, InterruptedException {
        Optional<ProcessTree> tree = through.tree();
        long began = System.nanoTime();
        boolean resting = tree.isEmpty();
        while (!resting && System.nanoTime() - began < LATEST.toNanos()) {
            long before = tree.get().cpuNanos();
            if (through.endsWithin(LOOK)) {
                throw new IOException("the proxy has ended");
            }
            resting = tree.get().cpuNanos() - before < LOOK.toNanos() / RESTING;
        }
    }

    /** After a failure: a new client, which knows nothing of the tunnels that were open. */
    public void renew() throws IOException {
        client.close();
        listeners = new Switch();
        client = LoadClient.start(listeners, SEED);
        wrong = origin.wrong();
    }

    private Slice measured(Drive drive, Started through, Extent extent, ToLongFunction<Gauge> count)
            throws IOException, InterruptedException {
        begin(drive);
        client.execute(drive::settled);
        Gauge before = gauge(through);
        Gauge after = before;
        List<Slice> looks = new ArrayList<>();
        do {
            Gauge last = after;
            do {
                passes(drive, extent.look());
                after = gauge(through);
            } while (!extent.tells(after.since(last, count)));
            looks.add(after.since(last, count));
        } while (!extent.enough(looks));
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
