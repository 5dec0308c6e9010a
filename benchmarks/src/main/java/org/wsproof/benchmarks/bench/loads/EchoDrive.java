package org.wsproof.benchmarks.bench.loads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.wsproof.benchmarks.bench.figures.Echo;
import org.wsproof.benchmarks.load.LoadClient;
import org.wsproof.benchmarks.load.LoadEnd;
import org.wsproof.benchmarks.load.LoadOrder;
import org.wsproof.benchmarks.load.LoadTunnel;

/** As much as goes: each tunnel has one message under way, and sends the next when that one has come back. */
final class EchoDrive implements Drive {
    private static final int NORMAL = 1000;

    private final LoadClient client;
    private final LoadOrder order;
    private final Echo echo;
    private final Course course;
    private final List<LoadTunnel> tunnels = new ArrayList<>();

    EchoDrive(LoadClient client, LoadOrder order, Echo echo) {
        this.client = client;
        this.order = order;
        this.echo = echo;
        this.course = new Course(echo.tunnels());
    }

    @Override
    public void begin() {
        for (int i = 0; i < echo.tunnels(); i++) {
            client.open(order);
        }
    }

    @Override
    public void opened(LoadTunnel tunnel) {
        tunnels.add(tunnel);
        if (course.opened()) {
            tunnels.forEach(one -> one.send(echo.octets()));
        }
    }

    @Override
    public void echoed(LoadTunnel tunnel, int octets, long sent) {
        if (course.stopping()) {
            tunnel.close(NORMAL);
        } else {
            tunnel.send(octets);
        }
    }

    @Override
    public void ended(LoadTunnel tunnel, LoadEnd end) {
        course.ended(end);
    }

    @Override
    public void stop() {
        course.stop();
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
