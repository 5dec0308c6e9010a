package org.wsproof.proxy.tunnel;

import java.nio.ByteBuffer;
import org.xnio.StreamConnection;

/**
 * A connection that has done its part of the opening handshake.
 *
 * @param early the octets that came behind the head: the first of the tunnel
 */
public record Upgraded(StreamConnection connection, ByteBuffer early) {}
