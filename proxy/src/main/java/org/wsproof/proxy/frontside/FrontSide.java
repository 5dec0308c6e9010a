package org.wsproof.proxy.frontside;

import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.wsproof.proxy.config.HttpHandler;
import org.wsproof.proxy.config.tls.SslServerProfile;
import org.wsproof.proxy.frontside.tls.TlsServer;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/** A front side handler that listens. Built by hand, as Undertow's own listeners cannot stop accepting without ending tunnels. */
public final class FrontSide implements AutoCloseable {
    private static final int BUFFER_SIZE = 16 * 1024;
    private static final int BACKLOG = 1024;

    /** Between two requests; DataPower's persistent timeout. */
    private static final int KEEP_ALIVE_MILLIS = 180_000;

    /** Undertow's answer to a head beyond its limits is an empty 400, so they are at least these. */
    private static final int LEAST_SIZE_LIMIT = 1024 * 1024;

    private static final int LEAST_COUNT_LIMIT = 2000;
    private static final int ANY_COUNT = 1_000_000;

    /** Bodies are relayed, not kept; Undertow's own default is 2 MiB. */
    private static final long ANY_SIZE = -1;

    private final HttpOpenListener openListener;
    private final AcceptingChannel<? extends StreamConnection> server;

    private FrontSide(HttpOpenListener openListener, AcceptingChannel<? extends StreamConnection> server) {
        this.openListener = openListener;
        this.server = server;
    }

    /**
     * Binds the handler's address; connections are accepted from {@link #start} on.
     *
     * @throws IOException if the address cannot be bound, or the handler's certificate not be used
     */
    public static FrontSide bind(XnioWorker worker, HttpHandler handler, RequestEntry entry) throws IOException {
        ByteBufferPool pool = new DefaultByteBufferPool(true, BUFFER_SIZE);
        HttpOpenListener openListener = new HttpOpenListener(pool, undertowOptions(handler));
        openListener.setRootHandler(entry);
        InetSocketAddress address = new InetSocketAddress(handler.address(), handler.port());
        OptionMap socketOptions = OptionMap.builder()
                .set(Options.TCP_NODELAY, true)
                .set(Options.REUSE_ADDRESSES, true)
                .set(Options.BACKLOG, BACKLOG)
                .getMap();
        Optional<SslServerProfile> tls = handler.sslServerProfile();
        return new FrontSide(
                openListener,
                tls.isPresent()
                        ? TlsServer.of(tls.get(), handler.headerTimeout())
                                .listen(worker, address, openListener, socketOptions)
                        : worker.createStreamConnectionServer(
                                address, ChannelListeners.openListenerAdapter(openListener), socketOptions));
    }

    /** Undertow's limits are twice the handler's and more, so that the refusal is ours. */
    private static OptionMap undertowOptions(HttpHandler handler) {
        OptionMap.Builder options = OptionMap.builder()
                .set(
                        UndertowOptions.MAX_HEADER_SIZE,
                        Math.max(
                                LEAST_SIZE_LIMIT, 2 * (handler.maxHeaderBytes() + handler.maxUrlBytes()) + BUFFER_SIZE))
                .set(
                        UndertowOptions.MAX_HEADERS,
                        handler.maxHeaderCount() == 0
                                ? ANY_COUNT
                                : Math.max(LEAST_COUNT_LIMIT, 2 * handler.maxHeaderCount()))
                .set(UndertowOptions.MAX_PARAMETERS, ANY_COUNT)
                .set(UndertowOptions.MAX_ENTITY_SIZE, ANY_SIZE)
                .set(UndertowOptions.BUFFER_PIPELINED_DATA, false)
                .set(UndertowOptions.RECORD_REQUEST_START_TIME, true)
                .set(UndertowOptions.ALWAYS_SET_DATE, false)
                .set(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
                .set(UndertowOptions.NO_REQUEST_TIMEOUT, KEEP_ALIVE_MILLIS);
        if (!handler.headerTimeout().isZero()) {
            options.set(
                    UndertowOptions.REQUEST_PARSE_TIMEOUT,
                    Math.toIntExact(handler.headerTimeout().toMillis()));
        }
        return options.getMap();
    }

    public void start() {
        server.resumeAccepts();
    }

    /** The port listened on: the system's choice where the configuration has 0. */
    public int port() {
        return server.getLocalAddress(InetSocketAddress.class).getPort();
    }

    /** Takes no new connections; those there are live on. */
    public void stopAccepting() {
        IoUtils.safeClose(server);
    }

    /** Takes no new connections and ends those there are, tunnels included. */
    @Override
    public void close() {
        stopAccepting();
        openListener.closeConnections();
    }
}
