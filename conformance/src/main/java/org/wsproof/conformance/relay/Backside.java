package org.wsproof.conformance.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.wsproof.conformance.relay.http.Refused;
import org.wsproof.conformance.relay.http.Request;
import org.wsproof.conformance.relay.link.Link;

/** Connects to the origin, anew for each request. */
final class Backside {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final Terms terms;

    Backside(Terms terms) {
        this.terms = terms;
    }

    /** A TCP connection; empty where the origin refuses it. */
    Optional<Socket> connect() throws IOException {
        Socket tcp = new Socket();
        try {
            terms.connections().prepare(tcp);
            InetSocketAddress origin = terms.origin();
            tcp.connect(
                    new InetSocketAddress(origin.getHostString(), origin.getPort()), (int) CONNECT_TIMEOUT.toMillis());
            return Optional.of(tcp);
        } catch (IOException e) {
            tcp.close();
            return Optional.empty();
        }
    }

    /**
     * The link over it, TLS included where the origin speaks it.
     *
     * @throws Refused 502 if the TLS handshake fails, 504 if the origin is silent in it
     */
    Link link(Socket tcp, Request request, Duration handshake) throws IOException, Refused {
        if (terms.backTls().isEmpty()) {
            return terms.connections().link(tcp, tcp);
        }
        try {
            tcp.setSoTimeout((int) handshake.toMillis());
            Socket tls = terms.backTls().get().over(tcp, terms.origin(), request);
            tcp.setSoTimeout(0);
            return terms.connections().link(tcp, tls);
        } catch (SocketTimeoutException e) {
            tcp.close();
            throw Refused.staying(504, "the origin did not complete the TLS handshake in time");
        } catch (IOException e) {
            tcp.close();
            throw Refused.staying(502, "the TLS handshake with the origin failed");
        }
    }
}
