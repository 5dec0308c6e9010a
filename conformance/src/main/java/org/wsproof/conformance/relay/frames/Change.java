package org.wsproof.conformance.relay.frames;

import java.io.IOException;
import java.util.List;

/** What a fault makes of the frames of one direction. One instance a direction. */
public interface Change {
    /** What is delivered in this frame's place, now. */
    List<TunnelFrame> of(TunnelFrame frame, Controls controls) throws IOException;

    /** What is delivered behind the last frame. */
    default List<TunnelFrame> atEnd() {
        return List.of();
    }
}
