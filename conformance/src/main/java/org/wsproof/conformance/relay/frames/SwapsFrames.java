package org.wsproof.conformance.relay.frames;

import java.util.List;
import java.util.Optional;

/** Delivers one frame behind the next. Not at the same place in both directions: an echo would then come back in order. */
final class SwapsFrames implements Change {
    private final int nth;
    private int count;
    private Optional<TunnelFrame> held = Optional.empty();

    /** @param nth which frame is late, counted from 1 */
    SwapsFrames(int nth) {
        this.nth = nth;
    }

    @Override
    public List<TunnelFrame> of(TunnelFrame frame, Controls controls) {
        count++;
        if (count == nth && frame.whole()) {
            held = Optional.of(frame);
            return List.of();
        }
        if (count == nth + 1 && held.isPresent()) {
            List<TunnelFrame> swapped = List.of(frame, held.get());
            held = Optional.empty();
            return swapped;
        }
        return List.of(frame);
    }

    @Override
    public List<TunnelFrame> atEnd() {
        return held.stream().toList();
    }
}
