package org.wsproof.benchmarks.bench.loads;

import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import org.wsproof.benchmarks.bench.figures.Echo;
import org.wsproof.benchmarks.load.LoadClient;
import org.wsproof.benchmarks.load.LoadEnd;
import org.wsproof.benchmarks.load.LoadOrder;
import org.wsproof.benchmarks.load.LoadTunnel;

/** As much as goes: whenever a message has come back, the tunnel that has waited longest sends the next. */
final class EchoDrive implements Drive {
    private static final int NORMAL = 1000;

    /** So many handshakes at once that no queue of connections overflows. */
    private static final int AT_ONCE = 64;

    private final LoadClient client;
    private final LoadOrder order;
    private final Echo echo;
    private final Course course;

    /** Those without a message under way. */
    private final ArrayDeque<LoadTunnel> waiting;

    private int begun;

    EchoDrive(LoadClient client, LoadOrder order, Echo echo) {
        this.client = client;
        this.order = order;
        this.echo = echo;
        // A tunnel's first message costs more than others: each has had its turn before anything is measured.
        this.course = new Course(echo.tunnels(), echo.tunnels());
        this.waiting = new ArrayDeque<>(echo.tunnels() + 1);
    }

    @Override
    public void begin() {
        for (int i = 0; i < AT_ONCE; i++) {
            another();
        }
    }

    private void another() {
        if (begun < echo.tunnels()) {
            begun++;
            client.open(order);
        }
    }

    @Override
    public void opened(LoadTunnel tunnel) {
        waiting.add(tunnel);
        another();
        if (course.opened()) {
            for (int i = 0; i < echo.underWay(); i++) {
                waiting.remove().send(echo.octets());
            }
        }
    }

    @Override
    public void echoed(LoadTunnel tunnel, int octets, long sent) {
        course.echoed();
        if (course.stopping()) {
            tunnel.close(NORMAL);
            return;
        }
        waiting.add(tunnel);
        waiting.remove().send(octets);
    }

    @Override
    public void ended(LoadTunnel tunnel, LoadEnd end) {
        course.ended(end);
    }

    @Override
    public void stop() {
        course.stop();
        waiting.forEach(LoadTunnel::reset);
        waiting.clear();
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
