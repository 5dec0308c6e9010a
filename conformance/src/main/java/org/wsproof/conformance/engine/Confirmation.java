package org.wsproof.conformance.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.wsproof.conformance.judge.Fact;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.stage.Stage;
import org.wsproof.conformance.targets.Recipe;

/**
 * Puts each failure to the sound relay: whatever fails there too is the kit's own fault, and accuses nobody. On a machine with
 * other things to do a case may fail there among many; so it is tried once more by itself. If that goes well, the failure that it was to confirm
 * may be of the same kind, and the target is asked again, by itself, too.
 */
final class Confirmation {
    private final Recipe control;
    private final Plan plan;
    private final Runs runs;

    Confirmation(Recipe control, Plan plan, Runs runs) {
        this.control = control;
        this.plan = plan;
        this.runs = runs;
    }

    /** Confirms what accuses the target. */
    void of(Stage target, Progress progress) throws InterruptedException {
        List<Case> failures = runs.worst().stream()
                .filter(Engine::accuses)
                .map(Result::subject)
                .toList();
        if (failures.isEmpty()) {
            return;
        }
        progress.confirming(failures.size());
        try (Stage sound = Stage.open(control, plan.settings())) {
            for (Case doubtful : failing(failures, sound)) {
                alone(doubtful, sound, target);
            }
        } catch (IOException e) {
            Fact why = new Fact("the sound relay did not start", String.valueOf(e.getMessage()));
            failures.forEach(subject -> blameKit(subject, List.of(why)));
        }
    }

    private Queue<Case> failing(List<Case> failures, Stage sound) throws InterruptedException {
        Queue<Case> failing = new ConcurrentLinkedQueue<>();
        Engine.run(failures, plan.jobs(), subject -> {
            if (!Engine.good(sound.perform(subject))) {
                failing.add(subject);
            }
        });
        return failing;
    }

    private void alone(Case doubtful, Stage sound, Stage target) throws InterruptedException {
        Result through = sound.perform(doubtful);
        if (Engine.good(through)) {
            Result again = target.perform(doubtful);
            runs.replaceAccusing(doubtful.id(), accused -> again);
            return;
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("through the sound relay", through.outcome().slug()));
        facts.addAll(through.outcome().facts());
        blameKit(doubtful, facts);
    }

    private void blameKit(Case subject, List<Fact> why) {
        runs.replaceAccusing(subject.id(), accused -> {
            List<Fact> facts = new ArrayList<>(accused.outcome().facts());
            facts.addAll(why);
            Outcome fault = new Outcome.HarnessFault(facts);
            return new Result(accused.subject(), fault, accused.endings(), accused.millis(), accused.trace());
        });
    }
}
