package org.wsproof.proxy.tunnel;

/** Who or what ended a tunnel. */
enum EndedBy {
    /** The client closed, or its connection broke, first. */
    CLIENT("client"),
    /** The origin closed, or its connection broke, first. */
    ORIGIN("origin"),
    /** No octet moved for the idle timeout. */
    IDLE("idle-timeout"),
    /** One end had closed, and the other said nothing for the half-open timeout. */
    HALF_OPEN("half-open-timeout"),
    /** An end took nothing for the stalled-write timeout while octets waited for it. */
    STALLED("stalled-write-timeout"),
    /** The drain grace was over. */
    DRAIN("drain"),
    /** The gateway is stopping. */
    SHUTDOWN("shutdown"),
    /** A mistake of the gateway's own; the log has it. */
    FAULT("fault");

    private final String word;

    EndedBy(String word) {
        this.word = word;
    }

    /** The word the log uses. */
    String word() {
        return word;
    }
}
