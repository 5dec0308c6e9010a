package org.wsproof.conformance.stage;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.wsproof.conformance.certificates.Certificates;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Listening;
import org.wsproof.conformance.model.Peer;
import org.wsproof.conformance.transcript.Event;
import org.wsproof.conformance.wire.Connection;
import org.wsproof.conformance.wire.ObservedSocket;

/**
 * Where the target finds its origin, or its authority: one address for the whole run. A case may make it special for itself (another
 * certificate, silence, refusal); it then owns the listener, and no other case runs on it.
 */
final class OriginListener implements AutoCloseable {
    private static final int TLS_MILLIS = 5_000;
    private static final int BACKLOG = 1024;

    private final Peer peer;
    private final Registry registry;
    private final ExecutorService threads;
    private final Optional<Certificates> certificates;
    private final InetSocketAddress address;
    /** Shared by cases that run side by side, exclusive to one that makes the listener special. */
    private final ReadWriteLock room = new ReentrantReadWriteLock(true);

    private final Set<OriginConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile Optional<Performance> owner = Optional.empty();
    /** Bound, not listening, where the case wants connections refused. */
    private volatile Optional<Socket> reserved = Optional.empty();

    private volatile ObservedSocket.Listener server;

    /** @param certificates where the backside is TLS; empty for a plain one */
    OriginListener(Stage stage, Peer peer, InetSocketAddress wanted, Optional<Certificates> certificates)
            throws IOException {
        this.peer = peer;
        this.registry = stage.registry();
        this.threads = stage.threads();
        this.certificates = certificates;
        this.server = bind(wanted);
        this.address = new InetSocketAddress(wanted.getAddress(), server.getLocalPort());
        listen(server);
    }

    Peer peer() {
        return peer;
    }

    /** Connections that the target has not ended. */
    long open() {
        return connections.stream().filter(connection -> !connection.hasEnded()).count();
    }

    InetSocketAddress address() {
        return address;
    }

    ReadWriteLock room() {
        return room;
    }

    Optional<Performance> owner() {
        return owner;
    }

    /** Makes the listener a case's own, as the case asks. The room must be held exclusively. */
    void lend(Performance performance) throws IOException {
        owner = Optional.of(performance);
        if (performance.listening(peer) == Listening.REFUSING) {
            closeConnections();
            server.close();
            reserve();
        }
    }

    /** Keeps the port from everybody else: a port that is free refuses too, until somebody takes it. */
    private void reserve() throws IOException {
        Socket bound = new Socket();
        reserved = Optional.of(bound);
        bound.setReuseAddress(true);
        bound.bind(address);
    }

    /** Ends a loan: the listener is again as it was. */
    void takeBack() throws IOException {
        boolean closed = server.isClosed();
        owner = Optional.empty();
        if (reserved.isPresent()) {
            reserved.get().close();
            reserved = Optional.empty();
        }
        if (closed) {
            server = bind(address);
            listen(server);
        }
    }

    /** A connection has ended; one whose peer has only half-closed is kept until its case closes it. */
    void gone(OriginConnection connection, Ending how) {
        if (how == Ending.RST) {
            connections.remove(connection);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        closeConnections();
    }

    private void closeConnections() {
        connections.forEach(c -> c.connection().close());
        connections.clear();
    }

    private static ObservedSocket.Listener bind(InetSocketAddress address) throws IOException {
        ObservedSocket.Listener server = new ObservedSocket.Listener();
        server.setReuseAddress(true);
        server.setReceiveBufferSize(Connection.KERNEL_BUFFER);
        try {
            server.bind(address, BACKLOG);
        } catch (IOException e) {
            server.close();
            throw new IOException(
                    "the kit can't listen on " + address.getHostString() + ":" + address.getPort() + ": "
                            + e.getMessage(),
                    e);
        }
        return server;
    }

    private void listen(ObservedSocket.Listener listening) {
        threads.execute(() -> {
            while (!listening.isClosed()) {
                try {
                    ObservedSocket tcp = listening.accept();
                    threads.execute(() -> begin(tcp));
                } catch (IOException e) {
                    // The listener was closed, or the connection was gone before it could be taken.
                }
            }
        });
    }

    private void begin(ObservedSocket tcp) {
        try {
            tcp.setTcpNoDelay(true);
            tcp.setSendBufferSize(Connection.KERNEL_BUFFER);
            Map<String, String> facts = new HashMap<>();
            if (silent()) {
                start(Connection.plain(tcp), facts).connection().pace(false);
                return;
            }
            Connection connection =
                    certificates.isPresent() ? Connection.tls(tcp, tls(tcp, facts)) : Connection.plain(tcp);
            OriginConnection origin = start(connection, facts);
            connection.start(threads, origin);
        } catch (IOException e) {
            owner.ifPresent(
                    o -> o.recorder().event(unread(), Event.What.TLS_FAILED, 0, String.valueOf(e.getMessage())));
            new Closing(tcp).close();
        }
    }

    private OriginConnection start(Connection connection, Map<String, String> facts) {
        owner.ifPresent(o -> o.recorder().event(unread(), Event.What.CONNECTED, 0, "accepted"));
        OriginConnection origin = new OriginConnection(registry, this, connection, facts);
        connections.add(origin);
        return origin;
    }

    /** Where connections are seen whose request could not be read. */
    Endpoint unread() {
        return new Endpoint(peer, "");
    }

    private boolean silent() {
        return owner.filter(o -> o.listening(peer) == Listening.SILENT).isPresent();
    }

    private SSLSocket tls(Socket tcp, Map<String, String> facts) throws IOException {
        String name = owner.map(performance -> performance.certificate(peer))
                .filter(c -> !c.isEmpty())
                .orElse("valid");
        SSLContext context = certificates.orElseThrow().serverContext(name);
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(tcp, null, tcp.getPort(), true);
        tls.setUseClientMode(false);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
        certificates
                .orElseThrow()
                .onlyVersion(name)
                .ifPresent(version -> parameters.setProtocols(new String[] {version}));
        tls.setSSLParameters(parameters);
        tcp.setSoTimeout(TLS_MILLIS);
        tls.startHandshake();
        tcp.setSoTimeout(0);
        facts.put(":alpn", tls.getApplicationProtocol());
        facts.put(":tls", tls.getSession().getProtocol());
        ((ExtendedSSLSession) tls.getSession())
                .getRequestedServerNames().stream()
                        .findFirst()
                        .ifPresent(sni -> facts.put(
                                ":sni", new String(sni.getEncoded(), java.nio.charset.StandardCharsets.US_ASCII)));
        return tls;
    }

    /** Closes without a word. */
    private record Closing(Socket socket) {
        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                // Nothing is left to be lost.
            }
        }
    }
}
