package org.wsproof.conformance.relay.frames;

import java.util.ArrayList;
import java.util.List;

/** Delivers the control frames that came between fragments behind the message. */
final class MovesControlFrames implements Change {
    private final List<TunnelFrame> held = new ArrayList<>();
    private boolean withinMessage;

    @Override
    public List<TunnelFrame> of(TunnelFrame frame, Controls controls) {
        if (frame.control() && withinMessage) {
            held.add(frame);
            return List.of();
        }
        withinMessage = frame.control() ? withinMessage : !frame.fin();
        if (withinMessage || held.isEmpty()) {
            return List.of(frame);
        }
        List<TunnelFrame> all = new ArrayList<>();
        all.add(frame);
        all.addAll(held);
        held.clear();
        return all;
    }

    @Override
    public List<TunnelFrame> atEnd() {
        return List.copyOf(held);
    }
}
