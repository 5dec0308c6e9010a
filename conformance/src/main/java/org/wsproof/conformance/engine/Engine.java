package org.wsproof.conformance.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.wsproof.conformance.judge.Fact;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.stage.Stage;
import org.wsproof.conformance.targets.Recipe;

/** Runs a plan against what a recipe starts, then puts each failure to the sound relay. */
public final class Engine {
    /** Timing cases mostly wait: many may do so at once. */
    private static final int TIMING_JOBS = 32;

    private final Recipe control;
    private final Plan plan;
    private final Progress progress;
    private final Map<String, Result> results = new ConcurrentHashMap<>();
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
            progress.began(plan.selected().size());
            for (Order.Group group : new Order(plan.catalogue()).groups(plan.selected())) {
                int jobs = group.timing() ? Math.max(plan.jobs(), TIMING_JOBS) : plan.jobs();
                run(group.cases(), jobs, subject -> finish(perform(stage, subject)));
            }
            confirm();
            List<Result> reported = plan.selected().stream().map(this::result).toList();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            return new Report(stage.target().declaration(), plan.settings().seed(), reported, plan.known(), lost, took);
        }
    }

    private Result result(Case subject) {
        return java.util.Objects.requireNonNull(results.get(subject.id()), subject.id());
    }

    private interface Work {
        void on(Case subject) throws InterruptedException;
    }

    private static void run(List<Case> cases, int jobs, Work work) throws InterruptedException {
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
        if (bad && !stage.target().alive()) {
            lost = Optional.of(
                    ("the target ended during the run. " + stage.target().lastWords()).strip());
            return Stage.without(subject, lostOutcome());
        }
        return result;
    }

    private Optional<Result> withoutPerforming(Case subject) {
        if (lost.isPresent()) {
            return Optional.of(Stage.without(subject, lostOutcome()));
        }
        return subject.dependsOn().stream()
                .map(id -> java.util.Objects.requireNonNull(results.get(id), id))
                .filter(result -> !good(result))
                .map(result -> Stage.without(subject, blocked(result)))
                .findFirst();
    }

    private Outcome lostOutcome() {
        return new Outcome.SetupFailed(List.of(new Fact("target", lost.orElse("gone"))));
    }

    private static Outcome blocked(Result dependency) {
        Fact fact = new Fact(
                "depends on",
                dependency.subject().id() + ", which is " + dependency.outcome().slug());
        return dependency.outcome() instanceof Outcome.NotApplicable
                ? new Outcome.NotApplicable(List.of(fact))
                : new Outcome.Blocked(List.of(fact));
    }

    private synchronized void start(Case subject) {
        if (plan.selected().contains(subject)) {
            progress.started(subject);
        }
    }

    private synchronized void finish(Result result) {
        results.put(result.subject().id(), result);
        if (plan.selected().contains(result.subject())) {
            progress.finished(result);
        }
    }

    /** Whatever fails through the sound relay too is the kit's own fault, and accuses nobody. */
    private void confirm() throws InterruptedException {
        List<Case> failures = results.values().stream()
                .filter(Engine::accuses)
                .map(Result::subject)
                .toList();
        if (failures.isEmpty()) {
            return;
        }
        progress.confirming(failures.size());
        try (Stage sound = Stage.open(control, plan.settings())) {
            run(failures, plan.jobs(), subject -> {
                Result repeated = sound.perform(subject);
                if (!good(repeated)) {
                    Fact through = new Fact(
                            "through the sound relay", repeated.outcome().slug());
                    blameKit(subject, through, repeated.outcome().facts());
                }
            });
        } catch (IOException e) {
            Fact why = new Fact("the sound relay did not start", String.valueOf(e.getMessage()));
            failures.forEach(subject -> blameKit(subject, why, List.of()));
        }
    }

    private void blameKit(Case subject, Fact why, List<Fact> more) {
        results.computeIfPresent(subject.id(), (id, accused) -> {
            List<Fact> facts = new ArrayList<>(accused.outcome().facts());
            facts.add(why);
            facts.addAll(more);
            Outcome fault = new Outcome.HarnessFault(facts);
            return new Result(accused.subject(), fault, accused.endings(), accused.millis(), accused.trace());
        });
    }

    private static boolean accuses(Result result) {
        return result.outcome() instanceof Outcome.Failed || result.outcome() instanceof Outcome.Warned;
    }

    private static boolean good(Result result) {
        return result.outcome() instanceof Outcome.Passed || result.outcome() instanceof Outcome.Observed;
    }
}
