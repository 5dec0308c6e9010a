package org.wsproof.conformance.judge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wsproof.conformance.frames.Lane;
import org.wsproof.conformance.frames.Message;

/**
 * What a framing target must keep of what one end sent: every data message, and the Close with its code and reason. It is an
 * endpoint on either leg: Pings and Pongs are between it and its neighbour (RFC 6455 §5.5.2), and where an end leaves
 * without a Close it may send the other one of its own (§7.1.7).
 */
final class Reframed {
    private static final int CLOSE = 8;

    private Reframed() {}

    /** What differs, in words; empty if nothing does. */
    static Optional<String> difference(Lane sent, Lane arrived) {
        boolean closed = sent.messages().stream().anyMatch(Reframed::close);
        return LaneComparison.MESSAGES.difference(kept(sent, closed), kept(arrived, closed));
    }

    private static Lane kept(Lane lane, boolean closed) {
        List<Message> messages = lane.messages();
        Stream<Message> closes = messages.stream().filter(Reframed::close).limit(closed ? 1 : 0);
        Stream<Message> data = messages.stream().filter(message -> !message.control());
        return new Lane(
                lane.frames(), Stream.concat(data, closes).toList(), lane.partial(), lane.rest(), lane.octets());
    }

    private static boolean close(Message message) {
        return message.opcode() == CLOSE;
    }
}
