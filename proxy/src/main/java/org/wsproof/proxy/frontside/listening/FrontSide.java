package org.wsproof.proxy.frontside.listening;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.wsproof.proxy.config.HttpHandler;
import org.wsproof.proxy.frontside.RequestEntry;
import org.wsproof.proxy.http.Refusal;
import org.wsproof.proxy.log.BoundedLog;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioWorker;
import org.xnio.nio.IoThreadAcceptor;

/**
 * An address that is listened on, for one front side handler after another: what a handler says may change while its listening
 * socket stays. Built by hand, as Undertow's own listeners cannot stop accepting without ending tunnels.
 */
public final class FrontSide {
    private static final Logger LOG = LoggerFactory.getLogger(FrontSide.class);
    private static final int BACKLOG = 1024;

    private final FrontConnections connections;
    private final IoThreadAcceptor server;
    private final int port;
    private final BoundedLog unaccepted = new BoundedLog(LOG);
    private volatile Terms terms;

    /** Set once, before the connections are told of it. */
    private volatile boolean leaving;

    /**
     * What holds from now on.
     *
     * @param entry where every new request enters, also on connections that were accepted under other terms
     */
    public record Terms(Reception reception, RequestEntry entry) {}

    private FrontSide(XnioWorker worker, InetSocketAddress address, Terms terms, FrontConnections connections)
            throws IOException {
        this.terms = terms;
        this.connections = connections;
        this.server = IoThreadAcceptor.bind(worker, address, BACKLOG, new IoThreadAcceptor.Listener() {
            @Override
            public void accepted(StreamConnection connection) {
                ChannelListeners.invokeChannelListener(connection, FrontSide.this::accepted);
            }

            @Override
            public void failed(IOException reason) {
                unaccepted.log(Level.ERROR, "accept", "a connection can't be accepted: {}", reason.toString());
            }
        });
        this.port = server.address().getPort();
    }

    /**
     * Binds the address; connections are accepted from {@link #start} on.
     *
     * @throws IOException if the address cannot be bound
     */
    public static FrontSide bind(
            XnioWorker worker, InetSocketAddress address, Terms terms, FrontConnections connections)
            throws IOException {
        return new FrontSide(worker, address, terms, connections);
    }

    public void start() {
        server.start();
    }

    /** The port listened on: the system's choice where the configuration has 0. */
    public int port() {
        return port;
    }

    /**
     * Makes ready for what a changed handler says, and changes nothing yet.
     *
     * @throws IOException if its certificate can't be used
     */
    public Reception prepare(HttpHandler handler) throws IOException {
        Reception now = terms.reception();
        return now.serves(handler) ? now : connections.reception(handler);
    }

    /**
     * New connections and all new requests meet these terms. A connection that was accepted under another certificate or timer
     * closes after its next answer.
     */
    public void serve(Terms next) {
        terms = next;
    }

    /**
     * Takes no new connections. Those between two requests end, a request under way is answered as the last on its connection, a
     * further one is refused; tunnels live on.
     */
    public void leave() {
        leaving = true;
        IoUtils.safeClose(server);
        connections.retire(this);
    }

    private void accepted(StreamConnection connection) {
        Terms now = terms;
        FrontConnection accepted = connections.add(now.reception().secured(connection), this, now.reception());
        if (leaving) {
            accepted.retire();
        }
        now.reception().open(accepted.connection());
    }

    void request(FrontConnection connection, HttpServerExchange exchange) {
        Terms now = terms;
        connection.carries(exchange);
        if (leaving) {
            now.entry().refuse(exchange, new Refusal.Draining());
            return;
        }
        if (!connection.acceptedUnder(now.reception())) {
            exchange.setPersistent(false);
        }
        now.entry().handleRequest(exchange);
    }
}
