package org.wsproof.proxy.admin;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wsproof.proxy.config.admin.AdminListener;
import org.xnio.Options;

/** The admin listener, on threads of its own, so that it answers while the gateway's are busy. */
public final class AdminServer implements AutoCloseable {
    /** For each that waits for the gateway's threads. */
    private static final int WORKERS = 4;

    private static final int MAX_HEADER_BYTES = 16 * 1024;

    /** No page wants content. */
    private static final long MAX_CONTENT_BYTES = 1024;

    private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);

    private final Undertow undertow;

    private AdminServer(Undertow undertow) {
        this.undertow = undertow;
    }

    /**
     * What clients may take up.
     *
     * @param connections at once; a further one waits until another ends
     * @param silence of a connection between requests
     * @param head how long a request's head may take
     * @param answer how long a client may take to take its answer
     */
    record Bounds(int connections, Duration silence, Duration head, Duration answer) {
        /** Enough for several scrapers and probes, and too little to hurt. */
        static Bounds usual() {
            return new Bounds(64, Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofSeconds(30));
        }
    }

    /**
     * Answers from now on; warns in the log where other machines can ask.
     *
     * @throws IOException if the address can't be bound; nothing runs then
     */
    static AdminServer start(AdminListener listener, Map<String, Page> pages, Bounds bounds) throws IOException {
        InetAddress address = InetAddress.getByName(listener.address());
        AdminHandler handler = new AdminHandler(pages, new KnownHosts(address, listener.address()), bounds.answer());
        Undertow undertow = Undertow.builder()
                .setIoThreads(1)
                .setWorkerThreads(WORKERS)
                .setWorkerOption(Options.WORKER_NAME, "wsproof-admin")
                .setSocketOption(Options.CONNECTION_HIGH_WATER, bounds.connections())
                .setSocketOption(Options.CONNECTION_LOW_WATER, bounds.connections())
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, millis(bounds.silence()))
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, millis(bounds.head()))
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MAX_CONTENT_BYTES)
                .addHttpListener(listener.port(), listener.address(), handler)
                .build();
        try {
            undertow.start();
        } catch (RuntimeException e) {
            if (e.getCause() instanceof IOException cannotListen) {
                throw cannotListen;
            }
            throw e;
        }
        warnIfOpen(address, listener.address());
        return new AdminServer(undertow);
    }

    /** @param configured the address as the configuration has it */
    static void warnIfOpen(InetAddress address, String configured) {
        if (!address.isLoopbackAddress()) {
            LOG.warn(
                    "the admin listener is on {}, not on loopback: whoever reaches it sees metrics and open tunnels",
                    configured);
        }
    }

    private static int millis(Duration time) {
        return Math.toIntExact(time.toMillis());
    }

    /** The port listened on: the system's choice where the configuration has 0. */
    public int port() {
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    /** Stops answering, at once. */
    @Override
    public void close() {
        undertow.stop();
    }
}
