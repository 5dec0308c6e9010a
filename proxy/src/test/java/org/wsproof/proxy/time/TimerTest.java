package org.wsproof.proxy.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;

/** A timer, and XNIO's own, whose promise is a weaker one. */
@org.junit.jupiter.api.Timeout(30)
final class TimerTest {
    private static final Duration SHORT = Duration.ofMillis(2);

    private XnioWorker worker;
    private XnioIoThread thread;
    private final List<String> ran = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        worker = Xnio.getInstance().createWorker(OptionMap.create(Options.WORKER_IO_THREADS, 1));
        thread = worker.getIoThread();
    }

    @AfterEach
    void stop() {
        worker.shutdownNow();
    }

    /** All that is due by the time the task returns is then due in one turn of the loop. */
    private void oneTurn(Runnable task) throws Exception {
        CompletableFuture.runAsync(
                        () -> {
                            task.run();
                            long until = System.nanoTime() + 5 * SHORT.toNanos();
                            while (System.nanoTime() < until) {
                                Thread.onSpinWait();
                            }
                        },
                        thread)
                .get(5, TimeUnit.SECONDS);
        CompletableFuture<Boolean> through = new CompletableFuture<>();
        thread.executeAfter(() -> through.complete(true), SHORT.toNanos(), TimeUnit.NANOSECONDS);
        through.get(5, TimeUnit.SECONDS);
    }

    @Test
    void oneThatIsStoppedByAnotherTaskOfItsTurnDoesNotRun() throws Exception {
        oneTurn(() -> {
            List<Timer> stopped = new ArrayList<>();
            Timer.start(thread, SHORT.dividedBy(2), () -> stopped.get(0).stop());
            stopped.add(Timer.start(thread, SHORT, () -> ran.add("stopped")));
            Timer.start(thread, SHORT, () -> ran.add("other"));
        });
        assertThat(ran).containsExactly("other");
    }

    /** Why there is a timer of our own; where this fails, it is not needed any more. */
    @Test
    void xniosOwnWouldRun() throws Exception {
        oneTurn(() -> {
            List<org.xnio.XnioExecutor.Key> removed = new ArrayList<>();
            thread.executeAfter(() -> removed.get(0).remove(), 1, TimeUnit.MILLISECONDS);
            removed.add(thread.executeAfter(() -> ran.add("removed"), 2, TimeUnit.MILLISECONDS));
        });
        assertThat(ran).containsExactly("removed");
    }
}
