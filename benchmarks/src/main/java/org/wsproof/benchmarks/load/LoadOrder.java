package org.wsproof.benchmarks.load;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.wsproof.benchmarks.load.line.TlsClient;

/**
 * What a tunnel is opened for.
 *
 * @param target where to connect to
 * @param source the local address, where one does not have ports enough
 * @param script what the origin is asked to do
 * @param window the most messages under way at once
 * @param query of the request, for whoever looks on; "" for none
 * @param tls empty for a plain connection
 */
public record LoadOrder(
        InetSocketAddress target,
        Optional<InetAddress> source,
        Script script,
        int window,
        String query,
        Optional<TlsClient> tls) {
    /** Plain, without a query. */
    public LoadOrder(InetSocketAddress target, Optional<InetAddress> source, Script script, int window) {
        this(target, source, script, window, "", Optional.empty());
    }

    /** The same, plain or over TLS. */
    public LoadOrder over(Optional<TlsClient> other) {
        return new LoadOrder(target, source, script, window, query, other);
    }

    /** The same with so many messages under way at most. */
    public LoadOrder withWindow(int other) {
        return new LoadOrder(target, source, script, other, query, tls);
    }

    /** The head of the opening handshake of one tunnel. */
    String request(long tunnel, String key) {
        return "GET " + script.path(tunnel) + (query.isEmpty() ? "" : "?" + query) + " HTTP/1.1\r\nHost: "
                + target.getAddress().getHostAddress() + ":" + target.getPort()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                + key + "\r\n\r\n";
    }

    /** From any local address, one message under way. */
    public static LoadOrder to(InetSocketAddress target, Script script) {
        return new LoadOrder(target, Optional.empty(), script, 1);
    }
}
