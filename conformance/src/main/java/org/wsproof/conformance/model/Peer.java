package org.wsproof.conformance.model;

/** The kit's own parts. The target is never one: it is only seen from outside. */
public enum Peer {
    CLIENT,
    ORIGIN,
    /** The authorization server, which a guarded target asks before it goes to the origin. */
    AUTHORITY,
    /** Whoever runs the target: what is asked of it from there, and the figures that are read. It has no connections. */
    OPERATOR
}
