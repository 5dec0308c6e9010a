package org.wsproof.proxy.policy.logic;

import java.util.Map;
import org.wsproof.proxy.http.RequestHead;

/**
 * One request that is to be decided on.
 *
 * @param head as it came, with the client's credentials
 * @param clientAddress the peer's IP address as text: no port, no brackets, no zone
 * @param tls whether it came over TLS
 * @param upgrade whether it is an opening handshake
 * @param settings those that the gateway's configuration gives
 */
public record LogicQuestion(
        RequestHead head, String clientAddress, boolean tls, boolean upgrade, Map<String, String> settings) {
    public LogicQuestion {
        settings = Map.copyOf(settings);
    }

    /** Without the settings' values and the client's credentials: this is what a log would show. */
    @Override
    public String toString() {
        return "LogicQuestion[" + head + " of " + clientAddress + "]";
    }
}
