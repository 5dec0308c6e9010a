package org.wsproof.conformance.judge;

import java.util.List;
import java.util.Optional;
import org.wsproof.conformance.frames.Frame;
import org.wsproof.conformance.frames.Lane;

/** A Close of the target's own behind everything that passed one way: a whole frame, and nothing follows it. */
final class AppendedClose {
    private static final int CLOSE = 8;

    private AppendedClose() {}

    /** What arrived before it; empty if the last that arrived is no such Close. */
    static Optional<Lane> before(Lane arrived) {
        int last = arrived.frames().size() - 1;
        boolean whole = arrived.partial().isEmpty() && arrived.rest().isEmpty();
        if (last < 0 || !whole) {
            return Optional.empty();
        }
        Frame close = arrived.frames().get(last);
        if (close.opcode() != CLOSE || !close.fin()) {
            return Optional.empty();
        }
        return Optional.of(new Lane(
                arrived.frames().subList(0, last),
                arrived.messages().subList(0, arrived.messages().size() - 1),
                Optional.empty(),
                "",
                arrived.octets() - close.header().length() / 2 - close.arrived()));
    }

    /** The words for a lane that {@link #before} finds none in. */
    static String missing(Lane arrived) {
        List<Frame> frames = arrived.frames();
        if (frames.isEmpty()) {
            return "no frame";
        }
        Frame last = frames.get(frames.size() - 1);
        return "opcode " + last.opcode() + (last.fin() ? "" : ", a fragment,") + " is the last";
    }
}
