package org.wsproof.proxy.tunnel.legs;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that closes connections.
 *
 * <p>On its own I/O thread each close costs a run of the selector over all its keys, so that the end of thousands of tunnels
 * at once would block that thread for seconds. Any other thread only cancels the key and wakes the selector.
 */
public final class Closer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closer.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread closer = new Thread(task, "wsproof-closer");
        closer.setDaemon(true);
        return closer;
    });

    /** Runs the task on the closer's thread; on the caller's once this closer is closed, or where there is no thread to be had. */
    public void execute(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            task.run();
        }
    }

    /** Waits a little for what is left to be closed and logged. */
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
