package org.wsproof.conformance.relay.frames.edges;

import org.wsproof.conformance.relay.frames.TunnelFrame;

/** Knows whether a Close has passed in one direction. */
final class AfterClose {
    private boolean closed;

    /** True of each frame behind the first Close. */
    boolean stands(TunnelFrame frame) {
        boolean behind = closed;
        closed |= frame.opcode() == TunnelFrame.CLOSE;
        return behind;
    }
}
