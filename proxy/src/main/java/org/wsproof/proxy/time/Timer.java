package org.wsproof.proxy.time;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;

/**
 * A task that an I/O thread runs once after a time, unless it is stopped before. XNIO's own key does not promise that: all
 * tasks that are due in one turn of the loop are queued together, and what the first of them removes runs all the same.
 */
public final class Timer {
    private final Runnable task;
    private final XnioExecutor.Key key;

    /** Written where connections are closed, too. */
    private volatile boolean over;

    private Timer(XnioIoThread thread, Duration time, Runnable task) {
        this.task = task;
        this.key = thread.executeAfter(this::run, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Runs the task on the thread once the time is over.
     *
     * @throws RejectedExecutionException if the thread is stopping
     */
    public static Timer start(XnioIoThread thread, Duration time, Runnable task) {
        return new Timer(thread, time, task);
    }

    /** The task does not run any more, unless it has begun; where this is called on the I/O thread, it has not. */
    public void stop() {
        over = true;
        key.remove();
    }

    private void run() {
        if (!over) {
            over = true;
            task.run();
        }
    }
}
