package org.wsproof.proxy.config;

/** DataPower's request and response types that leave a WebSocket alone; for a tunnel the two are the same. */
public enum MessageType {
    /** DataPower {@code unprocessed}, "Pass through". */
    PASSTHROUGH,
    /** DataPower {@code preprocessed}, "Non-XML". */
    NON_XML
}
