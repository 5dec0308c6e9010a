package org.wsproof.proxy.tunnel;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * What is known of a tunnel, at its end or while it is open.
 *
 * @param id unique in the process; counts from 1
 * @param gateway the multi-protocol gateway's name
 * @param client its address on the frontside
 * @param origin its address on the backside
 * @param duration from the 101 on
 * @param endedBy who or what ended it, in the log's word; empty while it is open
 * @param closeCode the status code of the first Close frame that was relayed or appended (RFC 6455 §7.4); empty if there was
 *     none, or none with a code
 */
public record TunnelReport(
        long id,
        String gateway,
        InetSocketAddress client,
        InetSocketAddress origin,
        Flow fromClient,
        Flow fromOrigin,
        Duration duration,
        String endedBy,
        OptionalInt closeCode) {
    /**
     * What was relayed of what one end has sent.
     *
     * @param octets those relayed
     * @param frames those of which the header was relayed; 0 where they are not observed
     * @param messages those of which the last frame is one of them; 0 where frames are not observed
     */
    public record Flow(long octets, long frames, long messages) {}

    /** The client's address and port. */
    public String clientText() {
        return text(client);
    }

    /** The origin's address and port. */
    public String originText() {
        return text(origin);
    }

    /** Brackets set an IPv6 address apart from its port (RFC 3986 §3.2.2). */
    private static String text(InetSocketAddress peer) {
        String address = peer.getHostString();
        return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + peer.getPort();
    }
}
