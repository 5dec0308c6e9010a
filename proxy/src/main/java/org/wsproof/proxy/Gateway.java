package org.wsproof.proxy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wsproof.proxy.admin.GatewayListener;
import org.wsproof.proxy.admin.Readiness;
import org.wsproof.proxy.config.Configuration;
import org.wsproof.proxy.config.HttpHandler;
import org.wsproof.proxy.config.MultiProtocolGateway;
import org.wsproof.proxy.frontside.RefusalLog;
import org.wsproof.proxy.frontside.listening.FrontConnections;
import org.wsproof.proxy.policy.LimitState;
import org.wsproof.proxy.selecting.LeanSelectors;
import org.wsproof.proxy.tunnel.Relays;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** All multi-protocol gateways of a configuration, running, on one set of I/O threads. */
public final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    /** Where names are resolved, and where the slow steps of TLS handshakes are computed. */
    private static final int TASK_THREADS = 8;

    private static final long STOP_SECONDS = 2;

    private final XnioWorker worker;
    private final AdminSide admin;
    private final Relays relays;
    private final FrontConnections connections;
    private final int ioThreads;
    private final LimitState limits = new LimitState();
    private final RefusalLog refusalLog = new RefusalLog();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean draining;

    /** The two change together, guarded by this. */
    private Configuration configuration;

    private volatile Serving serving = Serving.NOTHING;

    /**
     * A handler that accepts connections.
     *
     * @param port the one listened on, also where the configuration leaves the choice to the system
     */
    public record Listening(MultiProtocolGateway gateway, HttpHandler handler, int port) {}

    private Gateway(XnioWorker worker, Configuration configuration) {
        this.worker = worker;
        this.admin = new AdminSide(configuration);
        this.relays = new Relays(shortestTimer(configuration), admin.listener());
        this.connections = new FrontConnections(worker);
        this.ioThreads = configuration.ioThreads();
        this.configuration = configuration;
    }

    /**
     * Starts the admin listener, if there is to be one, and every front side handler.
     *
     * @throws UnbindableException if one of them cannot listen; nothing runs then
     * @throws IOException if a certificate cannot be used; nothing runs then
     */
    public static Gateway start(Configuration configuration) throws IOException {
        LeanSelectors.choose();
        XnioWorker worker = Xnio.getInstance()
                .createWorker(OptionMap.builder()
                        .set(Options.WORKER_NAME, "wsproof")
                        .set(Options.WORKER_IO_THREADS, configuration.ioThreads())
                        .set(Options.WORKER_TASK_CORE_THREADS, TASK_THREADS)
                        .set(Options.WORKER_TASK_MAX_THREADS, TASK_THREADS)
                        .set(Options.TCP_NODELAY, true)
                        .getMap());
        Gateway gateway = new Gateway(worker, configuration);
        try {
            gateway.admin.listen(worker, gateway.relays, gateway::readiness);
            gateway.switchOver(configuration);
        } catch (IOException | RuntimeException e) {
            gateway.close();
            throw e;
        }
        return gateway;
    }

    /**
     * Serves another configuration from now on, whole or not at all. Tunnels go on with the terms they were opened with. A handler
     * whose address stays keeps its listening socket, and its connections: their next request meets the new
     * configuration. A handler that is gone takes no new connections, nor further requests on those it has. The number of I/O threads
     * stays.
     *
     * @throws UnbindableException if a new handler cannot listen; nothing has changed then
     * @throws IOException if a certificate cannot be used, or if this gateway is about to end; nothing has changed then
     */
    public synchronized Change reload(Configuration next) throws IOException {
        if (draining || closed.get()) {
            throw new IOException("the gateway is stopping");
        }
        Change change = switchOver(next);
        admin.stays(next);
        if (next.ioThreads() != ioThreads) {
            LOG.warn(
                    "io-threads: {} will hold at the next start; until then there are {}", next.ioThreads(), ioThreads);
        }
        return change;
    }

    private synchronized Change switchOver(Configuration next) throws IOException {
        Switchover switchover = Switchover.prepare(means(), serving, next);
        Change change = switchover.change();
        relays.tick(shortestTimer(next));
        serving = switchover.perform();
        configuration = next;
        return change;
    }

    private Switchover.Means means() {
        return new Switchover.Means(
                new Assembly.Shared(relays, admin.listener(), worker, limits, refusalLog), connections);
    }

    private static Duration shortestTimer(Configuration configuration) {
        return configuration.gateways().stream()
                .flatMap(gateway -> gateway.frontSideHandlers().stream()
                        .map(handler -> Assembly.timers(gateway, handler).shortest()))
                .min(Duration::compareTo)
                .orElseThrow();
    }

    /** The handlers that accept connections, in the configuration's order. */
    public List<Listening> listening() {
        return serving.all().stream()
                .map(each -> new Listening(
                        each.gateway(), each.handler(), each.frontSide().port()))
                .toList();
    }

    /** Whether new clients are welcome: from its start until it drains or is closed. */
    public boolean ready() {
        return readiness() == Readiness.READY;
    }

    private Readiness readiness() {
        if (draining || closed.get()) {
            return Readiness.DRAINING;
        }
        return serving == Serving.NOTHING ? Readiness.STARTING : Readiness.READY;
    }

    /** Where the admin listener listens, if there is one. */
    public OptionalInt adminPort() {
        return admin.port();
    }

    /** Must be told of what happens to the gateway from outside of it. */
    GatewayListener listener() {
        return admin.listener();
    }

    /**
     * Takes nothing new, and returns when what is under way has ended, a second after the longest drain grace of the configuration at
     * the latest: requests with their answer, tunnels as {@link Relays#drain} says. To be followed by {@link #close}, which ends
     * the rest.
     */
    public void drain() throws InterruptedException {
        Drain drain;
        synchronized (this) {
            draining = true;
            admin.listener().draining();
            drain = new Drain(connections, relays, longestGrace(configuration));
            serving.all().forEach(served -> served.frontSide().leave());
        }
        drain.await();
    }

    private static Duration longestGrace(Configuration configuration) {
        return configuration.gateways().stream()
                .map(gateway -> gateway.timers().drainGrace())
                .max(Duration::compareTo)
                .orElseThrow();
    }

    /** Stops accepting, ends every tunnel and connection, and waits for that a few seconds at most. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        serving.all().forEach(served -> served.frontSide().leave());
        relays.endAll();
        connections.closeAll();
        worker.shutdown();
        try {
            if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
        relays.close();
        admin.close();
    }
}
