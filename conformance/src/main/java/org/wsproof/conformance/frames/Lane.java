package org.wsproof.conformance.frames;

import java.util.List;
import java.util.Optional;

/**
 * What passed one way in a tunnel, each octet accounted for: complete frames, then perhaps one cut short.
 *
 * @param octets of the tunnel in all, headers included
 * @param rest header octets (hexadecimal) of a frame whose header is not complete; "" if none
 */
public record Lane(List<Frame> frames, List<Message> messages, Optional<Frame> partial, String rest, long octets) {
    public static final Lane EMPTY = new Lane(List.of(), List.of(), Optional.empty(), "", 0);
}
