package org.wsproof.proxy.backside;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;

/** A time that runs out unless it is put off or stopped in time. Used on its I/O thread only, where the task runs too. */
final class Deadline {
    private final XnioIoThread thread;
    private final Runnable missed;
    private long due;

    /** What {@link #putOff} begins anew. */
    private long nanos;

    private XnioExecutor.@Nullable Key timer;

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
        XnioExecutor.Key running = timer;
        timer = null;
        if (running != null) {
            running.remove();
        }
    }

    private void arm(long left) {
        timer = thread.executeAfter(this::look, left, TimeUnit.NANOSECONDS);
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
