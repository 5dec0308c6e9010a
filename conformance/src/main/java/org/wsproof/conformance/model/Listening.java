package org.wsproof.conformance.model;

/** How the origin (or the authority) behaves towards connections. */
public enum Listening {
    /** Does what the steps say; the default. */
    SCRIPTED,
    /** Accepts the opening handshake by itself and sends back each octet of the tunnel's messages. */
    ECHO,
    /** Accepts connections and neither reads nor writes. */
    SILENT,
    /** Does not listen: connections are refused. */
    REFUSING
}
