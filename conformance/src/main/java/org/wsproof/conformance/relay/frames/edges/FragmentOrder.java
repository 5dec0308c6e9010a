package org.wsproof.conformance.relay.frames.edges;

import org.wsproof.conformance.relay.frames.TunnelFrame;

/** Follows the fragments of one direction (RFC 6455 §5.4). */
final class FragmentOrder {
    private boolean withinMessage;

    /** True of a continuation that continues nothing, and of a new message within another. */
    boolean broken(TunnelFrame frame) {
        if (!frame.data()) {
            return false;
        }
        boolean broken = withinMessage == (frame.opcode() != 0);
        withinMessage = !frame.fin();
        return broken;
    }
}
