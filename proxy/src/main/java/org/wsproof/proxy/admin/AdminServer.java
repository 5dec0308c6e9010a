package org.wsproof.proxy.admin;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import org.wsproof.proxy.config.admin.AdminListener;
import org.xnio.Options;

/** The admin listener, on threads of its own, so that it answers while the gateway's are busy. */
public final class AdminServer implements AutoCloseable {
    /** For each that waits for the gateway's threads. */
    private static final int WORKERS = 4;

    private static final int NO_REQUEST_MILLIS = 60_000;
    private static final int MAX_HEADER_BYTES = 16 * 1024;

    private final Undertow undertow;

    private AdminServer(Undertow undertow) {
        this.undertow = undertow;
    }

    /**
     * Answers from now on.
     *
     * @throws IOException if the address can't be bound; nothing runs then
     */
    static AdminServer start(AdminListener listener, Map<String, Page> pages) throws IOException {
        Undertow undertow = Undertow.builder()
                .setIoThreads(1)
                .setWorkerThreads(WORKERS)
                .setWorkerOption(Options.WORKER_NAME, "wsproof-admin")
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, NO_REQUEST_MILLIS)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, NO_REQUEST_MILLIS)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES)
                .addHttpListener(listener.port(), listener.address(), new AdminHandler(pages))
                .build();
        try {
            undertow.start();
        } catch (RuntimeException e) {
            if (e.getCause() instanceof IOException cannotListen) {
                throw cannotListen;
            }
            throw e;
        }
        return new AdminServer(undertow);
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
