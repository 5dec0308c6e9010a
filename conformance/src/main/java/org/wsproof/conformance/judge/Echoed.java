package org.wsproof.conformance.judge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.wsproof.conformance.frames.Frame;
import org.wsproof.conformance.frames.Lane;
import org.wsproof.conformance.frames.Message;

/** What an echo server makes of what a client sends in a tunnel: Pings become Pongs (RFC 6455 §5.5.2), Pongs nothing. */
record Echoed(Lane expected) {
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    static Echoed of(Lane sent) {
        List<Frame> frames = sent.frames().stream()
                .filter(frame -> frame.opcode() != PONG)
                .map(Echoed::answered)
                .toList();
        List<Message> messages = sent.messages().stream()
                .filter(message -> message.opcode() != PONG)
                .map(Echoed::answered)
                .toList();
        return new Echoed(new Lane(frames, messages, sent.partial(), sent.rest(), sent.octets()));
    }

    /** How many messages came, before any that was sent, that nobody sent: a greeting. */
    int greeting(Lane arrived) {
        Set<Message> sent = Set.copyOf(expected.messages());
        return (int) data(arrived).takeWhile(message -> !sent.contains(message)).count();
    }

    /**
     * What differs between what is to come back and what an echo server of somebody else's sent, in words: message by
     * message, since it may join fragments. Its greeting and its own Pings and Pongs are passed over, and so is a Close: it
     * may say what it likes in that.
     */
    Optional<String> difference(Lane arrived) {
        Set<Message> sent = Set.copyOf(expected.messages());
        int greeting = greeting(arrived);
        Stream<Message> data = data(arrived).skip(greeting);
        Stream<Message> pongs =
                arrived.messages().stream().filter(message -> message.opcode() == PONG && sent.contains(message));
        return LaneComparison.MESSAGES
                .difference(
                        judged(expected, expected.messages().stream().filter(message -> message.opcode() != CLOSE)),
                        judged(arrived, Stream.concat(data, pongs)))
                .map(difference ->
                        greeting == 0 ? difference : difference + ", behind " + greeting + " that nobody sent");
    }

    private static Stream<Message> data(Lane lane) {
        return lane.messages().stream().filter(message -> !message.control());
    }

    private static Lane judged(Lane lane, Stream<Message> messages) {
        return new Lane(lane.frames(), messages.toList(), lane.partial(), lane.rest(), lane.octets());
    }

    private static Message answered(Message message) {
        return message.opcode() == PING ? new Message(PONG, message.rsv(), message.length(), message.crc()) : message;
    }

    private static Frame answered(Frame frame) {
        return frame.opcode() != PING
                ? frame
                : new Frame(
                        frame.header(),
                        frame.fin(),
                        frame.rsv(),
                        PONG,
                        frame.masked(),
                        frame.length(),
                        frame.arrived(),
                        frame.crc(),
                        frame.plainCrc(),
                        frame.start());
    }
}
