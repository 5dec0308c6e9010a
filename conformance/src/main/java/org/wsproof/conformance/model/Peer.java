package org.wsproof.conformance.model;

/** The kit's own peers. The target is never one: it is only seen from outside. */
public enum Peer {
    CLIENT,
    ORIGIN,
    AUTHORITY
}
