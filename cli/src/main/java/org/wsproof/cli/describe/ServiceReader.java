package org.wsproof.cli.describe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.wsproof.cli.UsageException;
import org.wsproof.proxy.config.HttpHandler;
import org.wsproof.proxy.config.MultiProtocolGateway;

/** Finds in a gateway's configuration what a portal may tell. */
record ServiceReader(MultiProtocolGateway gateway, Told told) {
    /**
     * What the configuration does not know.
     *
     * @param addresses where clients reach the gateway; empty for where it listens
     * @param subprotocols those that the service speaks
     * @param credentials header fields that the authority wants
     */
    record Told(String version, List<PublicAddress> addresses, List<String> subprotocols, List<String> credentials) {}

    Service read() throws UsageException {
        List<HttpHandler> handlers = gateway.frontSideHandlers().stream()
                .filter(HttpHandler::allowWebsocketUpgrade)
                .toList();
        if (handlers.isEmpty()) {
            throw new UsageException("gateway " + gateway.name()
                    + " has no WebSocket to describe: none of its handlers has allow-websocket-upgrade: true");
        }
        List<Duration> idle = handlers.stream()
                .map(HttpHandler::websocketIdleTimeout)
                .distinct()
                .toList();
        return new Service(
                gateway.name(),
                gateway.summary(),
                told.version(),
                addresses(handlers),
                idle,
                told.subprotocols(),
                RulesReader.read(gateway, told.credentials()));
    }

    private List<PublicAddress> addresses(List<HttpHandler> handlers) throws UsageException {
        if (told.addresses().isEmpty()) {
            return listening(handlers);
        }
        List<String> paths =
                told.addresses().stream().map(PublicAddress::path).distinct().toList();
        if (paths.size() > 1) {
            throw new UsageException("--address: the paths " + paths.stream().collect(Collectors.joining(" and "))
                    + " differ; allowed: the same path at all addresses");
        }
        return told.addresses();
    }

    private static List<PublicAddress> listening(List<HttpHandler> handlers) throws UsageException {
        List<PublicAddress> addresses = new ArrayList<>();
        for (HttpHandler handler : handlers) {
            if (isAny(handler.address())) {
                throw new UsageException("handler " + handler.name() + " listens on " + handler.address()
                        + ", which is no address that clients can use; say theirs with --address "
                        + PublicAddress.FORM);
            }
            addresses.add(listening(handler));
        }
        return addresses;
    }

    private static PublicAddress listening(HttpHandler handler) {
        boolean tls = handler.sslServerProfile().isPresent();
        String host = handler.address().indexOf(':') < 0 ? handler.address() : "[" + handler.address() + "]";
        String port = handler.port() == (tls ? 443 : 80) ? "" : ":" + handler.port();
        return new PublicAddress(tls ? "wss" : "ws", host + port, "/");
    }

    /** No name is ever looked up for this. */
    private static boolean isAny(String address) {
        if (!address.matches("[0-9.]+") && address.indexOf(':') < 0) {
            return false;
        }
        try {
            return InetAddress.getByName(address).isAnyLocalAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
