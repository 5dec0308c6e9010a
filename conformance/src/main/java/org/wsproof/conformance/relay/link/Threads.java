package org.wsproof.conformance.relay.link;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Daemon threads for whatever blocks, and one clock. What the clock starts runs on a thread of its own, so it is
 * punctual. After {@link #close} tasks are dropped: the connections they would serve are being closed.
 */
public final class Threads implements AutoCloseable {
    private static final int MOST = 20_000;

    private final ThreadPoolExecutor pool;
    private final ScheduledThreadPoolExecutor clock;

    public Threads(String name) {
        ThreadFactory daemons = task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
        pool = new ThreadPoolExecutor(0, MOST, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons);
        pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        clock = new ScheduledThreadPoolExecutor(1, daemons, new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Runs the task at once. */
    public void run(Runnable task) {
        pool.execute(task);
    }

    /** Runs the task after this time. */
    public void after(Duration delay, Runnable task) {
        Future<?> unused = clock.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        pool.shutdown();
    }
}
