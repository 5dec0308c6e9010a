package org.wsproof.conformance.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.targets.Declaration;

/**
 * What came of a run.
 *
 * @param results in the order of the plan
 * @param known cases known to fail on this target
 * @param repeat how often each case was run; the worst result is reported
 * @param flaky what came how often, by id of the cases that were not the same each time
 * @param lost why the target was given up in mid-run; empty if it was not
 */
public record Report(
        Declaration target,
        long seed,
        List<Result> results,
        Known known,
        int repeat,
        Map<String, Map<String, Integer>> flaky,
        Optional<String> lost,
        Duration took) {

    /** True of a case that was known to fail, and did. */
    public boolean knownFailure(Result result) {
        return known.expected(result);
    }

    /** Cases listed as known to fail that passed: the list is out of date, and the run fails. */
    public List<Result> stale() {
        return results.stream().filter(known::outdatedBy).toList();
    }

    /**
     * What the command exits with: 4 a fault of the kit, 3 a target lost or not to be set up, 1 a MUST broken (or a stale
     * list, or nothing that passed), else 0.
     */
    public int exitCode() {
        if (any(Outcome.HarnessFault.class)) {
            return 4;
        }
        if (lost.isPresent() || any(Outcome.SetupFailed.class)) {
            return 3;
        }
        boolean broken = results.stream().anyMatch(r -> r.outcome() instanceof Outcome.Failed && !knownFailure(r));
        return broken || !stale().isEmpty() || !any(Outcome.Passed.class) ? 1 : 0;
    }

    private boolean any(Class<? extends Outcome> kind) {
        return results.stream().map(Result::outcome).anyMatch(kind::isInstance);
    }
}
