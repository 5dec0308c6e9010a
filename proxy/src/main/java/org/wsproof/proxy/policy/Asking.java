package org.wsproof.proxy.policy;

import org.wsproof.proxy.http.Arrival;
import org.wsproof.proxy.http.RequestHead;

/**
 * A sound request that the handler allows, and that would go to the backside.
 *
 * @param upgrade whether it is an opening handshake, which would become a tunnel
 */
public record Asking(RequestHead head, Arrival arrival, boolean upgrade) {}
