package org.wsproof.conformance.relay.tunnel;

import java.io.IOException;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.frames.FrameClock;
import org.wsproof.conformance.relay.link.IdleTimer;

/** What counts as a sign of life in one direction: every octet that is read, and every one that is written. */
final class Activity {
    private final IdleTimer timer;
    private final boolean counts;
    private final boolean byFrame;
    private final FrameClock frames;

    Activity(IdleTimer timer, Faults faults, boolean fromClient) {
        this.timer = timer;
        this.counts = !faults.has(fromClient ? Fault.IDLE_COUNTS_ORIGIN_ONLY : Fault.IDLE_COUNTS_CLIENT_ONLY);
        boolean noControls = faults.has(Fault.IDLE_IGNORES_CONTROL_FRAMES);
        boolean wholeOnly = faults.has(Fault.IDLE_COUNTS_WHOLE_FRAMES);
        this.byFrame = noControls || wholeOnly;
        this.frames = new FrameClock(noControls, timer::touch);
    }

    void read(byte[] octets, int length) throws IOException {
        if (byFrame) {
            frames.take(octets, length);
        } else if (counts) {
            timer.touch();
        }
    }

    void wrote() {
        if (counts && !byFrame) {
            timer.touch();
        }
    }
}
