package org.wsproof.proxy.frontside;

import org.wsproof.proxy.http.Refusal;

/** What becomes of a request, decided by its head alone. */
public sealed interface Admission {
    /**
     * An opening handshake that may go to the backside.
     *
     * @param key the one Sec-WebSocket-Key, for whoever checks the accept
     */
    record Tunnel(String key) implements Admission {}

    /** A request to send on as HTTP, without any Upgrade. */
    record PlainHttp() implements Admission {}

    /** Nothing of it reaches the backside. */
    record Refused(Refusal refusal) implements Admission {}
}
