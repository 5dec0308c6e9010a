package org.wsproof.proxy.frontside.listening;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;

/** A connection of a client's that is no tunnel yet. Its state is used on its I/O thread only. */
final class FrontConnection {
    private static final Logger LOG = LoggerFactory.getLogger(FrontConnection.class);

    /** How long a client may take to ask for the first time, or to close when it has heard its last answer. */
    private static final long MOMENT_MILLIS = 1000;

    private final StreamConnection connection;
    private final FrontSide frontSide;
    private final Reception reception;

    /** The request under way. */
    private @Nullable HttpServerExchange present;

    private boolean asked;
    private boolean retired;

    /** It has become a tunnel, and is no longer ours: who was told of it as a connection may act too late. */
    private boolean upgraded;

    FrontConnection(StreamConnection connection, FrontSide frontSide, Reception reception) {
        this.connection = connection;
        this.frontSide = frontSide;
        this.reception = reception;
    }

    StreamConnection connection() {
        return connection;
    }

    boolean acceptedBy(FrontSide asked) {
        return frontSide == asked;
    }

    boolean acceptedUnder(Reception asked) {
        return reception == asked;
    }

    void request(HttpServerExchange exchange) {
        frontSide.request(this, exchange);
    }

    void carries(HttpServerExchange exchange) {
        present = exchange;
        asked = true;
        exchange.addExchangeCompleteListener((completed, next) -> {
            present = null;
            upgraded = completed.isUpgrade();
            if (retired) {
                closeSoon();
            }
            next.proceed();
        });
    }

    /**
     * It is closed, and Undertow about to hear of it: that ends the exchange, and would wait for a further request, connection in
     * hand, for as long as it keeps one.
     */
    void closed() {
        HttpServerExchange current = present;
        if (current != null) {
            current.setPersistent(false);
        }
    }

    /** Carries no request after the present one. Called on any thread. */
    void retire() {
        try {
            connection.getIoThread().execute(this::retireHere);
        } catch (RejectedExecutionException stopping) {
            IoUtils.safeClose(connection);
        }
    }

    /** One that has never asked may be about to: it hears why it is refused, which one that is merely kept does not need. */
    private void retireHere() {
        HttpServerExchange current = present;
        retired = true;
        if (upgraded) {
            return;
        }
        if (current != null) {
            endBehind(current);
        } else if (asked) {
            closePolitely();
        } else {
            closeSoon();
        }
    }

    /** A 101 on its way out is no last answer: not persistent, Undertow would end the connection behind it, tunnel and all. */
    private static void endBehind(HttpServerExchange exchange) {
        if (!exchange.isUpgrade()) {
            exchange.setPersistent(false);
        }
    }

    /** TLS says goodbye first (RFC 8446 §6.1); by closing alone XNIO would not. */
    private void closePolitely() {
        try {
            connection.getSinkChannel().shutdownWrites();
            boolean out = connection.getSinkChannel().flush();
            LOG.trace("said goodbye: {}", out);
        } catch (IOException broken) {
            LOG.trace("too late for a goodbye", broken);
        }
        IoUtils.safeClose(connection);
    }

    private void closeSoon() {
        try {
            connection.getIoThread().executeAfter(this::closeUnlessBusy, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            IoUtils.safeClose(connection);
        }
    }

    private void closeUnlessBusy() {
        if (present == null && !upgraded) {
            IoUtils.safeClose(connection);
        }
    }
}
