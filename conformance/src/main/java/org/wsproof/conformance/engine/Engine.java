package org.wsproof.conformance.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.wsproof.conformance.judge.Fact;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.stage.Stage;
import org.wsproof.conformance.targets.Declaration;
import org.wsproof.conformance.targets.Recipe;

/** Runs a plan against what a recipe starts, then puts each failure to the sound relay. */
public final class Engine {
    /** Timing cases mostly wait: many may do so at once. */
    private static final int TIMING_JOBS = 32;

    /** So many bad results in a row make it doubtful that the target answers at all. */
    private static final int DOUBTFUL = 12;

    private final Recipe control;
    private final Plan plan;
    private final Progress progress;
    private final Runs runs = new Runs();
    private final AtomicInteger badInARow = new AtomicInteger();
    private volatile Optional<String> lost = Optional.empty();

    private Engine(Recipe control, Plan plan, Progress progress) {
        this.control = control;
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * Runs the plan to its end.
     *
     * @param control the sound relay, through which each failure is repeated
     * @throws IOException if the target could not be started or reached; the message is for a person
     */
    public static Report run(Recipe recipe, Recipe control, Plan plan, Progress progress)
            throws IOException, InterruptedException {
        return new Engine(control, plan, progress).run(recipe);
    }

    private Report run(Recipe recipe) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (Stage stage = Stage.open(recipe, plan.settings())) {
            progress.began(plan.selected().size() * plan.repeat());
            for (Order.Group group : new Order(plan.catalogue()).groups(plan.selected())) {
                int jobs = group.timing() ? Math.max(plan.jobs(), TIMING_JOBS) : plan.jobs();
                for (int round = 0; round < plan.repeat(); round++) {
                    run(group.cases(), jobs, subject -> finish(perform(stage, subject)));
                }
            }
            new Confirmation(control, plan, runs).of(stage, progress);
            return report(stage.target().declaration(), Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private Report report(Declaration target, Duration took) {
        List<String> ids = plan.selected().stream().map(Case::id).toList();
        return new Report(
                target,
                plan.settings().seed(),
                ids.stream().map(runs::worst).toList(),
                plan.known(),
                plan.repeat(),
                runs.flaky(ids),
                lost,
                took);
    }

    /** What is done with one case. */
    interface Work {
        void on(Case subject) throws InterruptedException;
    }

    static void run(List<Case> cases, int jobs, Work work) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(jobs);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (Case subject : cases) {
                tasks.add(() -> {
                    work.on(subject);
                    return null;
                });
            }
            for (Future<Void> future : workers.invokeAll(tasks)) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private Result perform(Stage stage, Case subject) throws InterruptedException {
        Optional<Result> before = withoutPerforming(subject);
        if (before.isPresent()) {
            return before.get();
        }
        start(subject);
        Result result = stage.perform(subject);
        boolean bad = accuses(result) || result.outcome() instanceof Outcome.SetupFailed;
        int badNow = bad ? badInARow.incrementAndGet() : 0;
        if (!bad) {
            badInARow.set(0);
        } else if (!stage.target().alive()) {
            lose("the target ended during the run. " + stage.target().lastWords());
        } else if (badNow % DOUBTFUL == 0 && silent(stage)) {
            lose("the target stopped answering during the run: two opening handshakes failed that went well before");
        }
        return bad && lost.isPresent() ? Stage.without(subject, lostOutcome()) : result;
    }

    private void lose(String why) {
        lost = Optional.of(why.strip());
    }

    /** A target that hangs costs a few cases their deadlines, not all: it is asked for what it could do before. */
    private boolean silent(Stage stage) throws InterruptedException {
        Optional<Case> first = plan.catalogue().stream()
                .filter(one -> one.dependsOn().isEmpty() && runs.passed(one.id()))
                .findFirst();
        return first.isPresent() && accuses(stage.perform(first.get())) && accuses(stage.perform(first.get()));
    }

    private Optional<Result> withoutPerforming(Case subject) {
        if (lost.isPresent()) {
            return Optional.of(Stage.without(subject, lostOutcome()));
        }
        return subject.dependsOn().stream()
                .map(runs::worst)
                .filter(result -> !good(result))
                .map(result -> Stage.without(subject, blocked(result)))
                .findFirst();
    }

    private Outcome lostOutcome() {
        return new Outcome.SetupFailed(List.of(new Fact("target", lost.orElse("gone"))));
    }

    /** What a dependency needs and the target lacks, this case lacks as well. */
    private static Outcome blocked(Result dependency) {
        if (dependency.outcome() instanceof Outcome.NotApplicable lacking) {
            return lacking;
        }
        String why =
                dependency.subject().id() + ", which is " + dependency.outcome().slug();
        return new Outcome.Blocked(List.of(new Fact("depends on", why)));
    }

    private synchronized void start(Case subject) {
        if (plan.selected().contains(subject)) {
            progress.started(subject);
        }
    }

    private synchronized void finish(Result result) {
        runs.add(result);
        if (plan.selected().contains(result.subject())) {
            progress.finished(result);
        }
    }

    static boolean accuses(Result result) {
        return result.outcome() instanceof Outcome.Failed || result.outcome() instanceof Outcome.Warned;
    }

    static boolean good(Result result) {
        return result.outcome() instanceof Outcome.Passed || result.outcome() instanceof Outcome.Observed;
    }
}
