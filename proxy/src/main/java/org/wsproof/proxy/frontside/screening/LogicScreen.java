package org.wsproof.proxy.frontside.screening;

import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import org.wsproof.proxy.config.policy.LogicUse;
import org.wsproof.proxy.policy.Asking;
import org.wsproof.proxy.policy.LogicVerdict;
import org.wsproof.proxy.policy.Verdict;
import org.wsproof.proxy.time.Timer;
import org.xnio.XnioIoThread;

/** Runs a policy of somebody's own on a thread that may wait, and gives it up after its time. */
final class LogicScreen implements Screen {
    private final LogicUse use;
    private final LogicVerdict logic;
    private final ThreadPoolExecutor threads;

    /** @param threads for all logic of the gateway; refuses work that it has no room for; room that a question waits in is free once nobody waits for its answer */
    LogicScreen(LogicUse use, ThreadPoolExecutor threads) {
        this.use = use;
        this.logic = new LogicVerdict(use);
        this.threads = threads;
    }

    @Override
    public Optional<Verdict> begin(Asking asking, XnioIoThread thread, Later later) {
        Waiting waiting = new Waiting(later);
        FutureTask<?> running = new FutureTask<>(
                () -> {
                    Verdict verdict = logic.verdict(asking);
                    thread.execute(() -> waiting.told(verdict));
                },
                null);
        threads.execute(running);
        Timer deadline = Timer.start(
                thread,
                use.timeout(),
                () -> waiting.told(
                        logic.failed("has not decided within " + use.timeout().toMillis() + " ms")));
        waiting.ends(() -> {
            deadline.stop();
            running.cancel(true);
            threads.remove(running);
        });
        later.whenGivenUp(waiting::end);
        return Optional.empty();
    }

    /** Passes on the first of a verdict and a timeout. Used on the I/O thread only. */
    private static final class Waiting {
        private final Later later;
        private @Nullable Runnable ending;

        Waiting(Later later) {
            this.later = later;
        }

        void ends(Runnable task) {
            ending = task;
        }

        void told(Verdict verdict) {
            if (end()) {
                later.told(verdict);
            }
        }

        /** False if it was over already. */
        boolean end() {
            Runnable task = ending;
            ending = null;
            if (task != null) {
                task.run();
            }
            return task != null;
        }
    }
}
