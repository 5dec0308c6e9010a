package org.wsproof.conformance.relay.frames.edges;

import java.util.List;
import org.wsproof.conformance.relay.frames.Change;
import org.wsproof.conformance.relay.frames.Controls;
import org.wsproof.conformance.relay.frames.TunnelFrame;

/** Sends the client a Close behind whatever came last, a half frame too, where the origin ended without a Close. */
final class Sends1011 implements Change {
    private boolean closed;

    @Override
    public List<TunnelFrame> of(TunnelFrame frame, Controls controls) {
        closed |= frame.opcode() == TunnelFrame.CLOSE;
        return List.of(frame);
    }

    @Override
    public List<TunnelFrame> atEnd() {
        return closed ? List.of() : List.of(TunnelFrame.close(1011, false));
    }
}
