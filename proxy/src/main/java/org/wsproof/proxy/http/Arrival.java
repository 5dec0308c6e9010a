package org.wsproof.proxy.http;

/**
 * What a request's head does not say of its coming.
 *
 * @param clientAddress the peer's IP address as text: no port, no brackets, no zone
 * @param tls whether it came over TLS
 * @param transactionId a new one, to follow the request through the logs
 */
public record Arrival(String clientAddress, boolean tls, String transactionId) {}
