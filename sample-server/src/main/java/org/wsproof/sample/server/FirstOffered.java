package org.wsproof.sample.server;

import org.java_websocket.protocols.IProtocol;

/** Takes the first subprotocol that the client offers, as the tutorial's server does; none where none is offered. */
final class FirstOffered implements IProtocol {
    /** Set once, by the opening handshake; empty for none. */
    private String chosen = "";

    @Override
    public boolean acceptProvidedProtocol(String offered) {
        chosen = offered.split("[,;]", 2)[0].trim();
        return true;
    }

    @Override
    public String getProvidedProtocol() {
        return chosen;
    }

    @Override
    public IProtocol copyInstance() {
        return new FirstOffered();
    }

    @Override
    public String toString() {
        return chosen;
    }
}
