package org.wsproof.proxy.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Whether the process is alive: each of its I/O threads gets to a task in time. */
final class Health implements Page {
    private final Map<String, ? extends Executor> threads;
    private final Duration patience;

    /**
     * @param threads what runs a task on each thread, by the thread's name
     * @param patience how long all of them together may take
     */
    Health(Map<String, ? extends Executor> threads, Duration patience) {
        this.threads = threads;
        this.patience = patience;
    }

    @Override
    public Answer answer(Question question) {
        Map<String, CountDownLatch> pings = new LinkedHashMap<>();
        threads.forEach((name, thread) -> pings.put(name, ping(thread)));
        List<String> silent = silent(pings);
        return silent.isEmpty()
                ? Answer.text(200, "ok")
                : Answer.text(503, "no response within " + patience.toMillis() + " ms of " + String.join(", ", silent));
    }

    private static CountDownLatch ping(Executor thread) {
        CountDownLatch reached = new CountDownLatch(1);
        try {
            thread.execute(reached::countDown);
        } catch (RejectedExecutionException stopping) {
            // A thread that stops in good order is not stuck.
            reached.countDown();
        }
        return reached;
    }

    private List<String> silent(Map<String, CountDownLatch> pings) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<String> silent = new ArrayList<>();
        for (Map.Entry<String, CountDownLatch> ping : pings.entrySet()) {
            if (!reached(ping.getValue(), deadline)) {
                silent.add(ping.getKey());
            }
        }
        return silent;
    }

    private static boolean reached(CountDownLatch ping, long deadline) {
        try {
            return ping.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
