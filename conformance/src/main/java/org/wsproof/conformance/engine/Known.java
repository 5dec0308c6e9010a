package org.wsproof.conformance.engine;

import java.util.Set;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;

/**
 * The cases that a target is known to fail, by id.
 *
 * @param always these fail in every run: one that passes is off the mark
 * @param sometimes these pass in some runs and fail in others
 */
public record Known(Set<String> always, Set<String> sometimes) {
    public static Known none() {
        return new Known(Set.of(), Set.of());
    }

    public boolean contains(String id) {
        return always.contains(id) || sometimes.contains(id);
    }

    /** True of a case that was known to fail, and did. */
    public boolean expected(Result result) {
        return Engine.accuses(result) && contains(result.subject().id());
    }

    /** True of a case that fails in every run, and passed: the list is out of date. */
    public boolean outdatedBy(Result result) {
        return always.contains(result.subject().id()) && result.outcome() instanceof Outcome.Passed;
    }
}
