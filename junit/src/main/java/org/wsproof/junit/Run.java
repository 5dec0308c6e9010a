package org.wsproof.junit;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.wsproof.conformance.engine.Engine;
import org.wsproof.conformance.engine.Plan;
import org.wsproof.conformance.engine.Progress;
import org.wsproof.conformance.engine.Report;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.relay.SoundRelay;
import org.wsproof.conformance.targets.Recipe;

/**
 * A run of the kit on a thread of its own, beside the tests that wait for its results. A result that accuses the target is not known
 * before the end: the failure is repeated through the sound relay first.
 */
final class Run implements Progress {
    private static final int CLEAR_UP_MILLIS = 5_000;

    private final Map<String, CompletableFuture<Result>> results = new LinkedHashMap<>();
    /** Done once the target is up, or with what kept it from that. */
    private final CompletableFuture<Optional<Exception>> up = new CompletableFuture<>();

    private final CompletableFuture<Report> ended = new CompletableFuture<>();
    private final Thread thread;

    private Run(Recipe recipe, Plan plan) {
        plan.selected().forEach(one -> results.put(one.id(), new CompletableFuture<>()));
        this.thread = new Thread(() -> run(recipe, plan), "wsproof-run");
        thread.setDaemon(true);
    }

    /**
     * Starts a run, and waits until the target is up.
     *
     * @throws IOException if the target can't be started or reached; the message is for a person
     */
    static Run start(Recipe recipe, Plan plan) throws IOException, InterruptedException {
        Run run = new Run(recipe, plan);
        run.thread.start();
        try {
            Optional<Exception> why = waitFor(run.up);
            if (why.isPresent()) {
                throw new IOException(String.valueOf(why.get().getMessage()), why.get());
            }
            return run;
        } catch (InterruptedException e) {
            run.stop();
            throw e;
        }
    }

    private void run(Recipe recipe, Plan plan) {
        try {
            Report report = Engine.run(recipe, new SoundRelay(), plan, this);
            report.results().forEach(this::tell);
            ended.complete(report);
        } catch (IOException | RuntimeException e) {
            fail(e);
        } catch (InterruptedException e) {
            fail(new IllegalStateException("the run was stopped before its end", e));
        }
    }

    private void fail(Exception why) {
        up.complete(Optional.of(why));
        results.values().forEach(result -> result.completeExceptionally(why));
        ended.completeExceptionally(why);
    }

    /**
     * What came of a case; waits until it is known.
     *
     * @throws IllegalStateException if the run broke off before; that accuses nobody
     */
    Result of(Case subject) throws InterruptedException {
        return waitFor(Objects.requireNonNull(results.get(subject.id()), subject.id()));
    }

    /**
     * Waits for the end, when all that was opened and started is closed and stopped. A thread that is interrupted stops the run.
     *
     * @throws IllegalStateException if the run broke off before
     */
    Report end() throws InterruptedException {
        try {
            return waitFor(ended);
        } catch (InterruptedException e) {
            stop();
            throw e;
        }
    }

    private void stop() throws InterruptedException {
        thread.interrupt();
        thread.join(CLEAR_UP_MILLIS);
    }

    private static <T> T waitFor(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the run broke off: " + e.getCause(), e.getCause());
        }
    }

    private void tell(Result result) {
        Objects.requireNonNull(results.get(result.subject().id())).complete(result);
    }

    @Override
    public void began(int total) {
        up.complete(Optional.empty());
    }

    @Override
    public void started(Case subject) {
        // Its test says so when it ends.
    }

    @Override
    public void finished(Result result) {
        boolean accuses = result.outcome() instanceof Outcome.Failed || result.outcome() instanceof Outcome.Warned;
        if (!accuses) {
            tell(result);
        }
    }

    @Override
    public void confirming(int failures) {
        // The tests of these wait.
    }
}
