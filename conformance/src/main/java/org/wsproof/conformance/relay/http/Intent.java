package org.wsproof.conformance.relay.http;

/** What a request wants of its connection. */
public enum Intent {
    /** An answer, and then the next request. */
    PLAIN,
    /** A WebSocket (RFC 6455 §4.1). */
    WEBSOCKET,
    /** Another protocol; served as if it had not asked, unless a fault forwards it. */
    OTHER,
    /** A tunnel by CONNECT; refused, unless a fault lets it through. */
    CONNECT
}
