package org.wsproof.conformance.relay.frames;

import java.util.List;
import java.util.Optional;

/** Delivers the 5,001st frame before the 5,000th. */
final class SwapsFrames implements Change {
    private static final int NTH = 5_000;

    private int count;
    private Optional<TunnelFrame> held = Optional.empty();

    @Override
    public List<TunnelFrame> of(TunnelFrame frame, Controls controls) {
        count++;
        if (count == NTH && frame.whole()) {
            held = Optional.of(frame);
            return List.of();
        }
        if (count == NTH + 1 && held.isPresent()) {
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
