package org.wsproof.conformance.targets;

/** How a target treats the octets of a tunnel. */
public enum Mode {
    /** Relays octets as they are. */
    TRANSPARENT,
    /** Reads frames and writes its own: may mask anew, re-fragment, and refuse illegal ones. */
    FRAMING,
    /**
     * Stands in front of an echo server that is not the kit's: only messages can be compared, and what the server says of
     * its own accord, a greeting or a Ping, is not the target's doing.
     */
    ONE_SIDED
}
