package org.wsproof.conformance.relay.frames;

import java.io.IOException;
import java.time.Duration;

/** What a fault may do to the tunnel, besides changing the frames of one direction. */
public interface Controls {
    /** Writes octets to the end that the present frame came from. */
    void reply(byte[] octets) throws IOException;

    /** Ends both legs, after this time. */
    void endAfter(Duration delay);
}
