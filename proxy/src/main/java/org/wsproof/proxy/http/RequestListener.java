package org.wsproof.proxy.http;

import java.time.Duration;

/** Told what becomes of requests, on an I/O thread: must not block. */
public interface RequestListener {
    /** The gateway has given a refusal as its answer. */
    void refused(String gateway, Refusal refusal);

    /**
     * A 101 is out.
     *
     * @param taken since the request was read
     */
    void switched(String gateway, Duration taken);
}
