package org.wsproof.conformance.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import javax.net.ssl.SSLSocket;
import org.wsproof.conformance.relay.link.Link;
import org.wsproof.conformance.targets.Offer;

/** A listener on loopback, for one profile. */
final class Frontside implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final ServerSocket listener;
    private volatile Terms terms;

    private Frontside(ServerSocket listener, Terms terms) {
        this.listener = listener;
        this.terms = terms;
    }

    static Frontside open(Terms terms) throws IOException {
        ServerSocket listener = new ServerSocket();
        // Accepted connections have it from here: it counts only before they are connected.
        listener.setReceiveBufferSize(Link.KERNEL_BUFFER);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        Frontside frontside = new Frontside(listener, terms);
        terms.threads().run(frontside::accept);
        return frontside;
    }

    Terms terms() {
        return terms;
    }

    /** From now on connections are accepted on these terms. */
    void take(Terms renewed) {
        terms = renewed;
    }

    Offer offer() {
        String scheme = terms.frontTls().isPresent() ? "wss" : "ws";
        return new Offer(URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort() + "/"), terms.timers());
    }

    boolean open() {
        return !listener.isClosed();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            // Nothing is lost with a listener that fails to close: no connection is taken from it again.
            return;
        }
    }

    private void accept() {
        while (open()) {
            try {
                Socket tcp = listener.accept();
                Terms current = terms;
                current.threads().run(() -> serve(tcp, current));
            } catch (IOException e) {
                close();
            }
        }
    }

    private static void serve(Socket tcp, Terms terms) {
        try {
            terms.connections().prepare(tcp);
            Socket stream = terms.frontTls().isPresent() ? secured(tcp, terms) : tcp;
            new Session(terms, terms.connections().link(tcp, stream)).run();
        } catch (IOException e) {
            // The client left before it was connected, or failed in the TLS handshake: there is nobody to tell.
            Link.quietly(tcp);
        }
    }

    private static Socket secured(Socket tcp, Terms terms) throws IOException {
        SSLSocket tls = (SSLSocket) terms.frontTls()
                .orElseThrow()
                .getSocketFactory()
                .createSocket(tcp, tcp.getInetAddress().getHostAddress(), tcp.getPort(), true);
        tls.setUseClientMode(false);
        tcp.setSoTimeout((int) terms.timers().head().toMillis());
        tls.startHandshake();
        tcp.setSoTimeout(0);
        return tls;
    }
}
