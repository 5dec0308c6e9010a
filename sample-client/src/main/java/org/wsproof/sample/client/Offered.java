package org.wsproof.sample.client;

import java.util.List;
import org.java_websocket.protocols.IProtocol;

/** The subprotocols offered; the server takes one of them, or none (RFC 6455 §4.1). */
record Offered(List<String> names) implements IProtocol {
    @Override
    public boolean acceptProvidedProtocol(String chosen) {
        return chosen.isEmpty() || names.contains(chosen);
    }

    @Override
    public String getProvidedProtocol() {
        return String.join(", ", names);
    }

    @Override
    public IProtocol copyInstance() {
        return this;
    }
}
