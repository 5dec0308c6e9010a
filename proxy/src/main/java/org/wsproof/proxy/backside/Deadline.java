package org.wsproof.proxy.backside;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wsproof.proxy.time.Timer;
import org.xnio.XnioIoThread;

/** A time that runs out unless it is put off or stopped in time. Used on its I/O thread only, where the task runs too. */
final class Deadline {
    private final XnioIoThread thread;
    private final Runnable missed;
    private long due;

    /** What {@link #putOff} begins anew. */
    private long nanos;

    private @Nullable Timer timer;

    Deadline(XnioIoThread thread, Runnable missed) {
        this.thread = thread;
        this.missed = missed;
    }

    void start(Duration time) {
        stop();
        nanos = time.toNanos();
        putOff();
        arm(nanos);
    }

    /** The whole time runs again; cheap enough for each step of a transfer. */
    void putOff() {
        due = System.nanoTime() + nanos;
    }

    void stop() {
        Timer running = timer;
        timer = null;
        if (running != null) {
            running.stop();
        }
    }

    private void arm(long left) {
        timer = Timer.start(thread, Duration.ofNanos(left), this::look);
    }

    private void look() {
        timer = null;
        long left = due - System.nanoTime();
        if (left > 0) {
            arm(left);
        } else {
            missed.run();
        }
    }
}
