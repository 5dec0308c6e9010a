package org.wsproof.benchmarks.bench.loads;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.wsproof.benchmarks.load.LoadClient;
import org.wsproof.benchmarks.load.LoadEnd;
import org.wsproof.benchmarks.load.LoadOrder;
import org.wsproof.benchmarks.load.LoadTunnel;
import org.wsproof.benchmarks.load.Script;

/** Opening handshakes, so many at once: each tunnel is closed as soon as it is open, and another one opened. */
final class HandshakeDrive implements Drive {
    private static final int NORMAL = 1000;

    private final InetSocketAddress target;
    private final int atOnce;
    private final LoadClient client;
    private final CompletableFuture<Void> running = new CompletableFuture<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Set<LoadTunnel> answered = new HashSet<>();
    private int toEnd;
    private boolean stopping;

    HandshakeDrive(LoadClient client, InetSocketAddress target, int atOnce) {
        this.target = target;
        this.atOnce = atOnce;
        this.client = client;
    }

    @Override
    public void begin() {
        for (int i = 0; i < atOnce; i++) {
            another();
        }
    }

    private void another() {
        client.open(LoadOrder.to(target, Script.ECHO));
        toEnd++;
    }

    @Override
    public void opened(LoadTunnel tunnel) {
        running.complete(null);
        answered.add(tunnel);
        tunnel.close(NORMAL);
    }

    @Override
    public void ended(LoadTunnel tunnel, LoadEnd end) {
        toEnd--;
        if (!answered.remove(tunnel) || end.kind() == LoadEnd.Kind.WRONG) {
            fail(end);
        } else if (!stopping) {
            another();
        }
        if (toEnd == 0) {
            over.complete(null);
        }
    }

    private void fail(LoadEnd end) {
        IOException failure =
                new IOException("an opening handshake failed: " + (end.kind() + " " + end.detail()).strip());
        running.completeExceptionally(failure);
        over.completeExceptionally(failure);
    }

    @Override
    public void stop() {
        stopping = true;
    }

    @Override
    public CompletableFuture<Void> running() {
        return running;
    }

    @Override
    public CompletableFuture<Void> over() {
        return over;
    }
}
