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

/** Tunnels that are opened, and say nothing. It runs once all are open. */
final class IdleDrive implements Drive {
    /** So many handshakes at once that no queue of connections overflows. */
    private static final int AT_ONCE = 64;

    private final LoadClient client;
    private final InetSocketAddress target;
    private final int count;
    private final Course course;
    private final List<LoadTunnel> tunnels = new ArrayList<>();
    private int begun;

    IdleDrive(LoadClient client, InetSocketAddress target, int count) {
        this.client = client;
        this.target = target;
        this.count = count;
        this.course = new Course(count);
    }

    @Override
    public void begin() {
        while (begun < Math.min(count, AT_ONCE)) {
            another();
        }
    }

    private void another() {
        begun++;
        client.open(LoadOrder.to(target, Script.ECHO));
    }

    @Override
    public void opened(LoadTunnel tunnel) {
        tunnels.add(tunnel);
        course.opened();
        if (begun < count) {
            another();
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
