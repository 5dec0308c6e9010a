package org.wsproof.benchmarks.bench.loads;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.wsproof.benchmarks.bench.figures.Echo;
import org.wsproof.benchmarks.load.LoadClient;
import org.wsproof.benchmarks.load.LoadEnd;
import org.wsproof.benchmarks.load.LoadOrder;
import org.wsproof.benchmarks.load.LoadTunnel;
import org.wsproof.benchmarks.load.Script;

/**
 * Messages at a fixed rate, over one tunnel after the other. Latency counts from the time at which a message was to be sent, so
 * that a proxy which stalls is charged for the messages that its stall held up, too.
 */
final class PacedDrive implements Drive {
    private static final int NORMAL = 1000;
    private static final int WINDOW = 64;

    private final LoadClient client;
    private final InetSocketAddress target;
    private final Echo echo;
    private final int rate;
    private final Course course;
    private final Histogram latencies = new Histogram(3);
    private final List<LoadTunnel> tunnels = new ArrayList<>();
    private int turn;

    /** None before all tunnels are open. */
    private @Nullable Pace pace;

    /** Whether latencies count; what is due before is for warming up. */
    private boolean recording;

    private long recordFrom;

    PacedDrive(LoadClient client, InetSocketAddress target, Echo echo, int rate) {
        this.client = client;
        this.target = target;
        this.echo = echo;
        this.rate = rate;
        this.course = new Course(echo.tunnels());
    }

    @Override
    public void begin() {
        for (int i = 0; i < echo.tunnels(); i++) {
            client.open(LoadOrder.to(target, Script.ECHO).withWindow(WINDOW));
        }
    }

    /** From now on latencies count. */
    @Override
    public void settled() {
        recording = true;
        recordFrom = System.nanoTime();
    }

    /** In nanoseconds; complete once the load is over. */
    Histogram latencies() {
        return latencies;
    }

    @Override
    public void opened(LoadTunnel tunnel) {
        tunnels.add(tunnel);
        if (course.opened()) {
            pace = new Pace(System.nanoTime(), rate);
        }
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it: below
    public long turn(long now) {
        Pace sending = pace;
        if (sending == null || course.stopping()) {
            return Long.MAX_VALUE;
        }
        boolean waits = !sending.isDue(now);
        while (sending.isDue(now) && tunnels.get(turn).takesMessage()) {
            tunnels.get(turn).send(echo.octets(), sending.due());
            sending.sent();
            turn = (turn + 1) % tunnels.size();
        }
        if (waits) {
            // The origin may share this core, and must not wait for a thread that only waits.
            Thread.yield();
        }
        return 0;
    }

    @Override
    public void echoed(LoadTunnel tunnel, int octets, long sent) {
        if (recording && sent - recordFrom >= 0) {
            latencies.recordValue(Math.max(0, System.nanoTime() - sent));
        }
        closeIfDone(tunnel);
    }

    private void closeIfDone(LoadTunnel tunnel) {
        if (course.stopping() && tunnel.underWay() == 0) {
            tunnel.close(NORMAL);
        }
    }

    @Override
    public void ended(LoadTunnel tunnel, LoadEnd end) {
        if (!course.ended(end)) {
            // Its neighbours may still be there, but there is nobody to send over this one.
            pace = null;
        }
    }

    @Override
    public void stop() {
        course.stop();
        tunnels.forEach(this::closeIfDone);
    }

    @Override
    public CompletableFuture<Void> running() {
        return course.running();
    }

    @Override
    public CompletableFuture<Void> over() {
        return course.over();
    }
}
