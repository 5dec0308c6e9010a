package org.wsproof.benchmarks.soak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.wsproof.benchmarks.GatewayProcess;
import org.wsproof.benchmarks.load.Counts;
import org.wsproof.benchmarks.load.origin.OriginProcess;
import org.wsproof.benchmarks.load.origin.OriginReport;

/**
 * Tunnels held and ended through a gateway, and what the gateway then still has of them. Client, gateway and origin are processes of
 * their own.
 */
public final class Soak implements AutoCloseable {
    /** What the gateway's requests call the tunnels that are held, and those whose origin is killed. */
    public static final String HELD = "held";

    public static final String BACKSIDE_LOST = "backside-lost";

    private static final long SEED = 6455;
    private static final int AT_ONCE = 200;
    private static final int BUSY = 500;
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final SoakSizes sizes;
    private final List<Ending> ways;
    private final GatewayProcess gateway;
    private final Crowd crowd;
    private final GatewayFigures figures;
    private final GatewayLog log;
    private final Random random = new Random(SEED);
    private final List<String> failures = new ArrayList<>();
    private OriginProcess origin;

    /** Whether something that was waited for has not come; nothing is waited for any more. */
    private boolean stuck;

    /** What the clients had counted when this origin was started. */
    private Counts.Snapshot counted;

    private Soak(SoakSizes sizes, List<Ending> ways, GatewayProcess gateway, OriginProcess origin) throws IOException {
        this.sizes = sizes;
        this.ways = ways;
        this.gateway = gateway;
        this.origin = origin;
        this.crowd = new Crowd(gateway.address(), SEED);
        this.counted = crowd.counts();
        this.figures = new GatewayFigures(gateway);
        this.log = new GatewayLog(gateway.log());
    }

    /**
     * Starts all three.
     *
     * @param ways in which connections end, over and over
     * @param options for the gateway's virtual machine
     */
    public static Soak start(SoakSizes sizes, List<Ending> ways, List<String> options) throws IOException {
        OriginProcess origin = OriginProcess.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        try {
            return new Soak(sizes, ways, GatewayProcess.start(origin.address(), options), origin);
        } catch (IOException e) {
            origin.close();
            throw e;
        }
    }

    /** Runs it, over again until so much time has passed; once at least, and not again after a failure. */
    public SoakReport run(Duration time) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        SoakReport report;
        failures.clear();
        end("warm-up", sizes.warmUp());
        loseOrigin(sizes.lost());
        Figures before = figures.now(true);
        do {
            Figures peak = hold();
            end("endings", sizes.endings());
            loseOrigin(sizes.lost());
            report = new SoakReport(before, peak, settled(before), crowd.counts(), List.copyOf(failures));
        } while (report.failures().isEmpty() && System.nanoTime() - end < 0);
        return report;
    }

    /** Ends connections in every way. */
    private void end(String what, int connections) throws IOException, InterruptedException {
        List<Ending> all = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            all.add(ways.get(i % ways.size()));
        }
        Collections.shuffle(all, random);
        await(what, crowd.play(all, AT_ONCE));
    }

    /** Holds tunnels, some of them busy, looks, and ends them all at once. */
    private Figures hold() throws IOException, InterruptedException {
        await("opening", crowd.settle(sizes.tunnels(), AT_ONCE, HELD));
        await("traffic", crowd.exchange(BUSY, sizes.messages()));
        Figures peak = figures.now(false);
        if (peak.tunnels() != sizes.tunnels()) {
            failures.add("tunnels: expected " + sizes.tunnels() + " at the peak, found " + peak.tunnels());
        }
        await("end of all", crowd.disperse());
        return peak;
    }

    /** Kills the origin with idle and busy tunnels, and handshakes, and starts another one in its place. */
    private void loseOrigin(int tunnels) throws IOException, InterruptedException {
        if (tunnels == 0) {
            return;
        }
        await("opening", crowd.settle(tunnels, AT_ONCE, BACKSIDE_LOST));
        accountFor();
        await("handshakes", crowd.await(tunnels));
        CompletableFuture<Void> gone = new CompletableFuture<>();
        await("traffic", crowd.expectLoss(tunnels / 2, gone));
        origin.kill();
        await("loss of the origin", gone);
        origin = OriginProcess.start(origin.address());
        counted = crowd.counts();
    }

    /** Waits until every octet that one end has sent has come to the other, and says how many have not. */
    private void accountFor() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + sizes.settling().toNanos();
        long lost = lost();
        while (lost != 0 && System.nanoTime() - deadline < 0) {
            pause();
            lost = lost();
        }
        if (lost != 0) {
            failures.add("octets: expected none lost, found " + lost);
        }
        OriginReport report = origin.report();
        if (!report.wrong().isEmpty()) {
            failures.add("octets: " + report.wrong());
        }
    }

    private long lost() throws IOException {
        Counts.Snapshot client = crowd.counts();
        Counts.Snapshot other = origin.report().counts();
        return Math.abs(client.sentOctets() - counted.sentOctets() - other.receivedOctets())
                + Math.abs(client.receivedOctets() - counted.receivedOctets() - other.sentOctets());
    }

    /** Waits for the end of a phase. */
    private void await(String what, CompletableFuture<Void> phase) throws InterruptedException {
        long deadline = System.nanoTime() + 2 * sizes.settling().toNanos();
        while (!phase.isDone() && !stuck) {
            pause();
            crowd.requireNoFault();
            if (System.nanoTime() - deadline > 0) {
                stuck = true;
                failures.add("progress: " + what + " not over in time");
            }
        }
    }

    private static void pause() throws InterruptedException {
        LockSupport.parkNanos(POLL_NANOS);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Waits until the gateway is back at its baseline, and notes what is not. */
    private Figures settled(Figures before) throws IOException, InterruptedException {
        accountFor();
        long deadline = System.nanoTime() + sizes.settling().toNanos();
        Figures after = figures.now(true);
        while (!(after.above(before).isEmpty() && allLogged()) && System.nanoTime() - deadline < 0) {
            pause();
            after = figures.now(true);
        }
        failures.addAll(after.above(before));
        crowd.wrong().stream().distinct().limit(5).forEach(failures::add);
        log.unexpected().forEach(line -> failures.add("log: nothing explains " + line));
        if (!allLogged()) {
            failures.add("log: expected the ends of " + crowd.counts().opened() + " tunnels, found " + log.tunnels());
        }
        return after;
    }

    /** Whether there is a line for the end of each tunnel: it is written once both connections are closed. */
    private boolean allLogged() throws IOException {
        return log.tunnels() == crowd.counts().opened();
    }

    @Override
    public void close() throws IOException {
        crowd.close();
        gateway.close();
        origin.close();
    }
}
