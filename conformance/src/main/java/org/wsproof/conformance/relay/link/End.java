package org.wsproof.conformance.relay.link;

/** How a peer ended its direction of a connection. */
public enum End {
    /** In good order: TCP FIN, or close_notify on TLS. */
    FIN,
    /** By a reset, or by a failure that leaves the connection unusable. */
    RESET
}
