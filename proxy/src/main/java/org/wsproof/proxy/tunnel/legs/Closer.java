package org.wsproof.proxy.tunnel.legs;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wsproof.proxy.log.FaultLog;

/**
 * One thread that closes connections where many end at once, and tells of those that have ended.
 *
 * <p>On its own I/O thread each close costs a run of the selector over all its keys, so that the end of thousands of tunnels
 * at once would block that thread for seconds. Any other thread only cancels the key and wakes the selector.
 */
public final class Closer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closer.class);

    /** How long news may wait for others to come: to wake a thread for each costs more than to tell it. */
    private static final long NEWS_MILLIS = 10;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread closer = new Thread(task, "wsproof-closer");
        closer.setDaemon(true);
        return closer;
    });

    private final Queue<Runnable> news = new ConcurrentLinkedQueue<>();

    /** Whether somebody is going to tell the news. */
    private final AtomicBoolean telling = new AtomicBoolean();

    /** Runs the task on the closer's thread; on the caller's once this closer is closed, or where there is no thread to be had. */
    public void execute(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            task.run();
        }
    }

    /** The same a little later, in the order of these calls: what a person or a counter waits for, and no connection. */
    public void tell(Runnable task) {
        news.add(task);
        if (!telling.compareAndSet(false, true)) {
            return;
        }
        try {
            Future<?> told = thread.schedule(this::tellAll, NEWS_MILLIS, TimeUnit.MILLISECONDS);
            LOG.trace("news: {}", told);
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            tellAll();
        }
    }

    private void tellAll() {
        telling.set(false);
        for (Runnable next = news.poll(); next != null; next = news.poll()) {
            run(next);
        }
    }

    /** One that fails is no reason for others not to be run. */
    static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error fault) {
            FaultLog.say(LOG, "the end of a tunnel could not be seen to", fault);
        }
    }

    /** Waits a little for what is left to be closed and told. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.SECONDS)) {
                LOG.debug("connections are left to the end of the process");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
