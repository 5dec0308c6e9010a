package org.wsproof.conformance.relay.frames;

import java.util.ArrayList;
import java.util.List;

/** Holds the fragments of a message back and delivers them as one frame. */
final class JoinsFragments implements Change {
    private final List<TunnelFrame> fragments = new ArrayList<>();

    @Override
    public List<TunnelFrame> of(TunnelFrame frame, Controls controls) {
        boolean fragment = frame.data() && (!frame.fin() || frame.opcode() == 0);
        if (!fragment) {
            return List.of(frame);
        }
        fragments.add(frame);
        if (!frame.whole()) {
            // Too long to be joined: what was held is delivered as it came.
            List<TunnelFrame> held = List.copyOf(fragments);
            fragments.clear();
            return held;
        }
        return frame.fin() ? List.of(joined()) : List.of();
    }

    @Override
    public List<TunnelFrame> atEnd() {
        return List.copyOf(fragments);
    }

    private TunnelFrame joined() {
        StringBuilder message = new StringBuilder();
        fragments.forEach(fragment -> message.append(fragment.plain()));
        TunnelFrame first = fragments.get(0);
        fragments.clear();
        return first.withFin(true).withPlain(message.toString());
    }
}
