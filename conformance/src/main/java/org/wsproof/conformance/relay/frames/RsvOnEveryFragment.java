package org.wsproof.conformance.relay.frames;

import java.util.List;

/** Sets RSV1 on the continuations of a message whose first frame has it; RFC 7692 §6.1 wants it on the first alone. */
final class RsvOnEveryFragment implements Change {
    private static final int RSV1 = 4;

    private boolean compressed;

    @Override
    public List<TunnelFrame> of(TunnelFrame frame, Controls controls) {
        if (frame.control()) {
            return List.of(frame);
        }
        if (frame.opcode() != 0) {
            compressed = (frame.rsv() & RSV1) != 0;
        }
        return List.of(compressed ? frame.withRsv(frame.rsv() | RSV1) : frame);
    }
}
