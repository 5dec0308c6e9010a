package org.wsproof.proxy.frontside.listening;

import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.wsproof.proxy.config.HttpHandler;
import org.wsproof.proxy.config.tls.SslServerProfile;
import org.wsproof.proxy.frontside.tls.TlsServer;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;
import org.xnio.Xnio;

/** How a handler's connections are received: what of the handler lies in the connection itself, and can't change under it. */
public final class Reception {
    /** Between two requests; DataPower's persistent timeout. */
    private static final int KEEP_ALIVE_MILLIS = 180_000;

    /** Undertow's answer to a head beyond its limits is an empty 400, so they are at least these. */
    private static final int LEAST_SIZE_LIMIT = 1024 * 1024;

    private static final int LEAST_COUNT_LIMIT = 2000;
    private static final int ANY_COUNT = 1_000_000;

    /** Beside what a head may hold. */
    private static final int ROOM = 16 * 1024;

    /** Bodies are relayed, not kept; Undertow's own default is 2 MiB. */
    private static final long ANY_SIZE = -1;

    private final HttpHandler handler;
    private final HttpOpenListener openListener;
    private final Optional<TlsServer> tls;

    private Reception(HttpHandler handler, HttpOpenListener openListener, Optional<TlsServer> tls) {
        this.handler = handler;
        this.openListener = openListener;
        this.tls = tls;
    }

    /** What all receptions share; {@code requests} is where every request goes. */
    record Means(Xnio xnio, ByteBufferPool pool, io.undertow.server.HttpHandler requests) {}

    static Reception of(HttpHandler handler, Means means) throws IOException {
        HttpOpenListener openListener =
                new HttpOpenListener(means.pool(), Limits.of(handler).undertowOptions());
        openListener.setRootHandler(means.requests());
        Optional<SslServerProfile> profile = handler.sslServerProfile();
        Optional<TlsServer> tls = profile.isEmpty()
                ? Optional.empty()
                : Optional.of(TlsServer.of(means.xnio(), profile.get(), handler.headerTimeout()));
        return new Reception(handler, openListener, tls);
    }

    /** Whether this handler's connections would be received in the very same way. */
    boolean serves(HttpHandler other) {
        return other.sslServerProfile().equals(handler.sslServerProfile())
                && Limits.of(other).equals(Limits.of(handler));
    }

    /** What is spoken on is TLS, where the handler wants it. */
    StreamConnection secured(StreamConnection connection) {
        return tls.isPresent() ? tls.get().wrap(connection) : connection;
    }

    /** Reads requests from now on. */
    void open(StreamConnection secured) {
        openListener.handleEvent(secured);
    }

    /** Undertow's limits are twice the handler's and more, so that the refusal is ours. */
    private record Limits(int size, int count, Duration headerTimeout) {
        static Limits of(HttpHandler handler) {
            return new Limits(
                    Math.max(LEAST_SIZE_LIMIT, 2 * (handler.maxHeaderBytes() + handler.maxUrlBytes()) + ROOM),
                    handler.maxHeaderCount() == 0
                            ? ANY_COUNT
                            : Math.max(LEAST_COUNT_LIMIT, 2 * handler.maxHeaderCount()),
                    handler.headerTimeout());
        }

        OptionMap undertowOptions() {
            OptionMap.Builder options = OptionMap.builder()
                    .set(UndertowOptions.MAX_HEADER_SIZE, size)
                    .set(UndertowOptions.MAX_HEADERS, count)
                    .set(UndertowOptions.MAX_PARAMETERS, ANY_COUNT)
                    .set(UndertowOptions.MAX_ENTITY_SIZE, ANY_SIZE)
                    .set(UndertowOptions.BUFFER_PIPELINED_DATA, false)
                    .set(UndertowOptions.RECORD_REQUEST_START_TIME, true)
                    .set(UndertowOptions.ALWAYS_SET_DATE, false)
                    .set(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
                    .set(UndertowOptions.NO_REQUEST_TIMEOUT, KEEP_ALIVE_MILLIS);
            if (!headerTimeout.isZero()) {
                options.set(UndertowOptions.REQUEST_PARSE_TIMEOUT, Math.toIntExact(headerTimeout.toMillis()));
            }
            return options.getMap();
        }
    }
}
