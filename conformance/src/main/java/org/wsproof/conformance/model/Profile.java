package org.wsproof.conformance.model;

import java.util.Locale;

/** What a target offers under one frontside URL and one origin address. A target without it makes the case not applicable. */
public enum Profile {
    /** {@code http} on both legs, timers long enough not to fire. */
    PLAIN,
    /** As {@link #PLAIN}, with short idle and handshake timers, declared to the kit. */
    SHORT_TIMERS,
    /** {@code https} on the frontside. */
    TLS_FRONTSIDE,
    /** {@code https} on the backside; the origin's certificate and host name are validated. */
    TLS_VALIDATED,
    /** {@code https} on the backside; any certificate is accepted. */
    TLS_UNVALIDATED,
    /** Requests are allowed by an authorization server first; its timer is short, and declared. */
    GUARDED,
    /** As {@link #PLAIN}, of a target that a case may drain, reload and read figures of; its drain timer is short. */
    DISPOSABLE;

    /** The name as people and files write it: {@code short-timers}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
