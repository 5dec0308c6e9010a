package org.wsproof.proxy.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;

/** The timer of a 101, an answer or a refusal that its client does not take; no kernel buffer is small enough to stall those. */
@Timeout(30)
final class StalledWriteTest {
    private static final Duration LIMIT = Duration.ofMillis(1500);

    private XnioWorker worker;
    private XnioIoThread thread;
    private CompletableFuture<Long> closed;
    private StalledWrite stalled;

    @BeforeEach
    void start() throws Exception {
        worker = Xnio.getInstance().createWorker(OptionMap.create(Options.WORKER_IO_THREADS, 1));
        thread = worker.getIoThread();
        closed = new CompletableFuture<>();
        stalled = new StalledWrite(thread, LIMIT, () -> closed.complete(System.nanoTime()));
    }

    @AfterEach
    void stop() {
        worker.shutdownNow();
    }

    private void onThread(Runnable task) throws Exception {
        CompletableFuture.runAsync(task, thread).get(5, TimeUnit.SECONDS);
    }

    @Test
    void aClientThatTakesNothingIsGivenUpInTimeAndCountedFromTheFirstWait() throws Exception {
        long then = System.nanoTime();
        onThread(stalled::waits);
        CompletableFuture.runAsync(
                        stalled::waits, CompletableFuture.delayedExecutor(1000, TimeUnit.MILLISECONDS, thread))
                .get(5, TimeUnit.SECONDS);
        Duration took = Duration.ofNanos(closed.get(5, TimeUnit.SECONDS) - then);
        assertThat(took).isBetween(LIMIT.multipliedBy(9).dividedBy(10), LIMIT.plusMillis(900));
    }

    @Test
    void aClientThatTakesALittleInTimeIsNot() throws Exception {
        for (int i = 0; i < 3; i++) {
            onThread(stalled::waits);
            CompletableFuture.runAsync(
                            stalled::taken, CompletableFuture.delayedExecutor(600, TimeUnit.MILLISECONDS, thread))
                    .get(5, TimeUnit.SECONDS);
        }
        assertThat(closed).isNotDone();
        assertThat(stalled.waiting()).isFalse();
    }

    /** By then the connection may be a tunnel. */
    @Test
    void aClientThatTakesItInTheVeryTurnInWhichItsTimeIsOverIsNot() throws Exception {
        Duration moment = Duration.ofMillis(2);
        StalledWrite hasty = new StalledWrite(thread, moment, () -> closed.complete(System.nanoTime()));
        onThread(() -> {
            thread.executeAfter(hasty::taken, moment.dividedBy(2).toNanos(), TimeUnit.NANOSECONDS);
            hasty.waits();
            long until = System.nanoTime() + moment.multipliedBy(5).toNanos();
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
        });
        onThread(() -> {});
        assertThat(hasty.waiting()).isFalse();
        assertThat(closed).isNotDone();
    }
}
