package org.wsproof.conformance.relay.frames;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.wsproof.conformance.relay.link.Outlet;

/** Puts the frames of one direction through changes, one after the other, before they are written. */
public final class FrameOutlet implements Outlet, FrameSplitter.Taker {
    private final Outlet next;
    private final List<Change> changes;
    private final Controls controls;
    private final FrameSplitter splitter = new FrameSplitter(this);
    private boolean dropping;

    FrameOutlet(Outlet next, List<Change> changes, Controls controls) {
        this.next = next;
        this.changes = changes;
        this.controls = controls;
    }

    @Override
    public void write(byte[] octets, int length) throws IOException {
        splitter.take(octets, length);
    }

    @Override
    public void end() throws IOException {
        byte[] rest = splitter.rest();
        next.write(rest, rest.length);
        passLast();
        next.end();
    }

    @Override
    public void abort() throws IOException {
        passLast();
        next.abort();
    }

    private void passLast() throws IOException {
        for (int i = 0; i < changes.size(); i++) {
            for (TunnelFrame frame : changes.get(i).atEnd()) {
                pass(frame, i + 1);
            }
        }
    }

    @Override
    public void frame(TunnelFrame frame) throws IOException {
        dropping = !pass(frame, 0);
    }

    @Override
    public void payload(byte[] octets, int from, int length, boolean last) throws IOException {
        if (!dropping) {
            byte[] piece = Arrays.copyOfRange(octets, from, from + length);
            next.write(piece, length);
        }
    }

    /** Returns true if anything was written. */
    private boolean pass(TunnelFrame frame, int step) throws IOException {
        if (step == changes.size()) {
            byte[] octets = frame.octets();
            next.write(octets, octets.length);
            return true;
        }
        boolean written = false;
        for (TunnelFrame changed : changes.get(step).of(frame, controls)) {
            written |= pass(changed, step + 1);
        }
        return written;
    }
}
