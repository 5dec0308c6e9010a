package org.wsproof.conformance.model;

/** How a direction of a connection ends. */
public enum Ending {
    /** TCP FIN; on a TLS connection never seen alone, see the others. */
    FIN,
    /** TCP reset. */
    RST,
    /** TLS close_notify. */
    TLS_CLOSE,
    /** TCP FIN without close_notify. */
    TLS_TRUNCATED
}
