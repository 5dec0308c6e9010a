package org.wsproof.conformance.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.targets.Declaration;

/**
 * What came of a run.
 *
 * @param results in the order of the plan
 * @param known ids of cases known to fail on this target
 * @param lost why the target was given up in mid-run; empty if it was not
 */
public record Report(
        Declaration target, long seed, List<Result> results, Set<String> known, Optional<String> lost, Duration took) {

    /** The outcomes that totals count, as reports name them, in order; a known failure counts as {@code known} alone. */
    public static final List<String> COUNTED = List.of(
            "passed",
            "failed",
            "warned",
            "observed",
            "not-applicable",
            "blocked",
            "setup-failed",
            "harness-fault",
            "known");

    /** How many results of each kind; every kind of {@link #COUNTED} is there. */
    public Map<String, Integer> totals() {
        Map<String, Integer> totals = new LinkedHashMap<>();
        COUNTED.forEach(kind -> totals.put(kind, 0));
        results.forEach(result -> totals.merge(kind(result), 1, Integer::sum));
        return totals;
    }

    /** True of a case that was known to fail, and did. */
    public boolean knownFailure(Result result) {
        boolean accuses = result.outcome() instanceof Outcome.Failed || result.outcome() instanceof Outcome.Warned;
        return accuses && known.contains(result.subject().id());
    }

    /** Cases listed as known to fail that passed: the list is out of date, and the run fails. */
    public List<Result> stale() {
        return results.stream()
                .filter(result -> known.contains(result.subject().id()))
                .filter(result -> result.outcome() instanceof Outcome.Passed)
                .toList();
    }

    /**
     * What the command exits with: 4 a fault of the kit, 3 a target lost or not to be set up, 1 a MUST broken (or a stale
     * list, or nothing that passed), else 0.
     */
    public int exitCode() {
        Map<String, Integer> totals = totals();
        if (totals.getOrDefault("harness-fault", 0) > 0) {
            return 4;
        }
        if (lost.isPresent() || totals.getOrDefault("setup-failed", 0) > 0) {
            return 3;
        }
        boolean good =
                totals.getOrDefault("failed", 0) == 0 && stale().isEmpty() && totals.getOrDefault("passed", 0) > 0;
        return good ? 0 : 1;
    }

    private String kind(Result result) {
        return knownFailure(result) ? "known" : result.outcome().slug();
    }
}
