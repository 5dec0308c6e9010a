package org.wsproof.proxy;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.wsproof.proxy.config.Configuration;
import org.wsproof.proxy.config.HttpHandler;
import org.wsproof.proxy.config.MultiProtocolGateway;
import org.wsproof.proxy.frontside.FrontSide;
import org.wsproof.proxy.frontside.RequestEntry;
import org.wsproof.proxy.policy.LimitState;
import org.wsproof.proxy.tunnel.Relays;
import org.wsproof.proxy.tunnel.TunnelListener;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** All multi-protocol gateways of a configuration, running, on one set of I/O threads. */
public final class Gateway implements AutoCloseable {
    /** Where names are resolved, and where the slow steps of TLS handshakes are computed. */
    private static final int TASK_THREADS = 8;

    private static final long STOP_SECONDS = 2;

    private final XnioWorker worker;
    private final Relays relays;
    private final List<FrontSide> frontSides = new ArrayList<>();
    private final List<Listening> listening = new ArrayList<>();
    private final LimitState limits = new LimitState();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * A handler that accepts connections.
     *
     * @param port the one listened on, also where the configuration leaves the choice to the system
     */
    public record Listening(MultiProtocolGateway gateway, HttpHandler handler, int port) {}

    private Gateway(XnioWorker worker, Relays relays) {
        this.worker = worker;
        this.relays = relays;
    }

    /**
     * Starts every front side handler.
     *
     * @throws UnbindableException if one of them cannot listen; nothing runs then
     * @throws IOException if a certificate cannot be used; nothing runs then
     */
    public static Gateway start(Configuration configuration) throws IOException {
        XnioWorker worker = Xnio.getInstance()
                .createWorker(OptionMap.builder()
                        .set(Options.WORKER_NAME, "wsproof")
                        .set(Options.WORKER_IO_THREADS, configuration.ioThreads())
                        .set(Options.WORKER_TASK_CORE_THREADS, TASK_THREADS)
                        .set(Options.WORKER_TASK_MAX_THREADS, TASK_THREADS)
                        .set(Options.TCP_NODELAY, true)
                        .getMap());
        Gateway gateway = new Gateway(worker, new Relays(shortestTimer(configuration), TunnelListener.all(List.of())));
        try {
            for (MultiProtocolGateway each : configuration.gateways()) {
                gateway.bind(each);
            }
        } catch (IOException e) {
            gateway.close();
            throw e;
        }
        gateway.frontSides.forEach(FrontSide::start);
        return gateway;
    }

    private static Duration shortestTimer(Configuration configuration) {
        return configuration.gateways().stream()
                .flatMap(gateway -> gateway.frontSideHandlers().stream()
                        .map(handler -> Assembly.timers(gateway, handler).shortest()))
                .min(Duration::compareTo)
                .orElseThrow();
    }

    private void bind(MultiProtocolGateway gateway) throws IOException {
        Assembly assembly = new Assembly(gateway, relays, worker, limits.of(gateway.name()));
        for (HttpHandler handler : gateway.frontSideHandlers()) {
            FrontSide frontSide = bind(handler, assembly.entry(handler));
            frontSides.add(frontSide);
            listening.add(new Listening(gateway, handler, frontSide.port()));
        }
    }

    private FrontSide bind(HttpHandler handler, RequestEntry entry) throws IOException {
        try {
            return FrontSide.bind(worker, handler, entry);
        } catch (SocketException e) {
            throw new UnbindableException(handler, String.valueOf(e.getMessage()), e);
        }
    }

    /** The handlers that accept connections, in the configuration's order. */
    public List<Listening> listening() {
        return List.copyOf(listening);
    }

    /** Stops accepting, ends every tunnel and connection, and waits for that a few seconds at most. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        frontSides.forEach(FrontSide::stopAccepting);
        relays.endAll();
        frontSides.forEach(FrontSide::close);
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
    }
}
