package org.wsproof.conformance.relay.frames;

import java.util.List;

/** Sends a Close with a code that RFC 6455 §7.4.1 forbids on the wire, where the client ended without a Close. */
final class Sends1006 implements Change {
    private boolean closed;

    @Override
    public List<TunnelFrame> of(TunnelFrame frame, Controls controls) {
        closed |= frame.opcode() == TunnelFrame.CLOSE;
        return List.of(frame);
    }

    @Override
    public List<TunnelFrame> atEnd() {
        return closed ? List.of() : List.of(TunnelFrame.close(1006, true));
    }
}
