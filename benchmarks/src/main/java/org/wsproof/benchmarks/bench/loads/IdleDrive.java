package org.wsproof.benchmarks.bench.loads;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.wsproof.benchmarks.load.LoadClient;
import org.wsproof.benchmarks.load.LoadEnd;
import org.wsproof.benchmarks.load.LoadOrder;
import org.wsproof.benchmarks.load.LoadTunnel;
import org.wsproof.benchmarks.load.Script;

/** Tunnels that are opened, and say nothing. More and more of them. */
final class IdleDrive implements Drive {
    /** So many handshakes at once that no queue of connections overflows. */
    private static final int AT_ONCE = 64;

    private final LoadClient client;
    private final InetSocketAddress target;
    private final Course course;
    private final List<LoadTunnel> tunnels = new ArrayList<>();
    private int begun;
    private int goal;
    private CompletableFuture<Void> reached = new CompletableFuture<>();

    IdleDrive(LoadClient client, InetSocketAddress target, int count) {
        this.client = client;
        this.target = target;
        this.course = new Course(count);
    }

    @Override
    public void begin() {
        // The first ones come with the first goal.
    }

    /** Opens more of them, up to that many in all; {@code then} is complete when they are open. */
    void upTo(int count, CompletableFuture<Void> then) {
        goal = count;
        reached = then;
        for (int i = 0; i < AT_ONCE; i++) {
            another();
        }
    }

    private void another() {
        if (begun < goal) {
            begun++;
            client.open(LoadOrder.to(target, Script.ECHO));
        }
    }

    @Override
    public void opened(LoadTunnel tunnel) {
        tunnels.add(tunnel);
        course.opened();
        another();
        if (tunnels.size() == goal) {
            reached.complete(null);
        }
    }

    @Override
    public void ended(LoadTunnel tunnel, LoadEnd end) {
        course.ended(end);
    }

    @Override
    public void stop() {
        course.stop();
        List.copyOf(tunnels).forEach(LoadTunnel::reset);
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
