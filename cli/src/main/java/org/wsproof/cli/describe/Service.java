package org.wsproof.cli.describe;

import java.time.Duration;
import java.util.List;

/**
 * What a portal tells of a gateway's WebSocket. Nothing in it is secret: neither the backside nor any file of the
 * configuration's is among it.
 *
 * @param title the gateway's name
 * @param summary may be empty
 * @param version of the API, not of the gateway
 * @param addresses at least one; all have the same path
 * @param idleTimeouts those of the handlers, each once; zero is never
 * @param subprotocols those that the service behind speaks, as far as anybody said
 * @param rules what must hold before the gateway lets a client through
 */
record Service(
        String title,
        String summary,
        String version,
        List<PublicAddress> addresses,
        List<Duration> idleTimeouts,
        List<String> subprotocols,
        Rules rules) {
    Service {
        addresses = List.copyOf(addresses);
        idleTimeouts = List.copyOf(idleTimeouts);
        subprotocols = List.copyOf(subprotocols);
    }

    PublicAddress firstAddress() {
        return addresses.get(0);
    }

    String path() {
        return firstAddress().path();
    }
}
