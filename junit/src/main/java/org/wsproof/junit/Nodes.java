package org.wsproof.junit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.wsproof.conformance.engine.Plan;
import org.wsproof.conformance.engine.Report;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.model.Case;

/** The tests of a run: a container a suite, a test a case. */
record Nodes(Run run, Plan plan, Telling telling) {
    /** The containers; closing the stream waits for the run's end. */
    Stream<DynamicNode> stream() {
        Map<String, List<DynamicTest>> suites = new LinkedHashMap<>();
        for (Case one : plan.selected()) {
            suites.computeIfAbsent(one.suite(), suite -> new ArrayList<>())
                    .add(DynamicTest.dynamicTest(one.id(), () -> telling.of(run.of(one))));
        }
        Stream<DynamicNode> containers = suites.entrySet().stream()
                .map(suite -> DynamicContainer.dynamicContainer(suite.getKey(), suite.getValue()));
        return containers.onClose(this::end);
    }

    private void end() {
        try {
            requireSomethingPassed(run.end());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A run whose cases were all skipped would be green, and would have shown nothing. */
    private void requireSomethingPassed(Report report) {
        boolean silent = report.results().stream()
                .allMatch(result -> result.outcome() instanceof Outcome.NotApplicable
                        || result.outcome() instanceof Outcome.Blocked
                        || report.knownFailure(result));
        if (silent) {
            throw new CaseFailedError("nothing passed: each of "
                    + report.results().size() + " cases was not applicable, blocked or known to fail");
        }
    }
}
