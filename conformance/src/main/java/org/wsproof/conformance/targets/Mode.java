package org.wsproof.conformance.targets;

/** How a target treats the octets of a tunnel. */
public enum Mode {
    /** Relays octets as they are. */
    TRANSPARENT,
    /** Reads frames and writes its own: may mask anew, re-fragment, and refuse illegal ones. */
    FRAMING
}
