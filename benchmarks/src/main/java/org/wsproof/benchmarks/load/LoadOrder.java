package org.wsproof.benchmarks.load;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * What a tunnel is opened for.
 *
 * @param target where to connect to
 * @param source the local address, where one does not have ports enough
 * @param script what the origin is asked to do
 * @param window the most messages under way at once
 * @param query of the request, for whoever looks on; "" for none
 */
public record LoadOrder(
        InetSocketAddress target, Optional<InetAddress> source, Script script, int window, String query) {
    /** Without a query. */
    public LoadOrder(InetSocketAddress target, Optional<InetAddress> source, Script script, int window) {
        this(target, source, script, window, "");
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
