package org.wsproof.conformance.relay.frames;

import java.io.IOException;

/** Tells when a frame is complete, for the faults that count frames instead of octets. */
public final class FrameClock implements FrameSplitter.Taker {
    private final boolean dataOnly;
    private final Runnable tick;
    private final FrameSplitter splitter = new FrameSplitter(this);

    /** @param dataOnly true to pass over control frames */
    public FrameClock(boolean dataOnly, Runnable tick) {
        this.dataOnly = dataOnly;
        this.tick = tick;
    }

    public void take(byte[] octets, int length) throws IOException {
        splitter.take(octets, length);
    }

    @Override
    public void frame(TunnelFrame frame) {
        if (frame.whole() && !(dataOnly && frame.control())) {
            tick.run();
        }
    }

    @Override
    public void payload(byte[] octets, int from, int length, boolean last) {
        if (dataOnly || last) {
            tick.run();
        }
    }
}
