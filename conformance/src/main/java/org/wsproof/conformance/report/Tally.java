package org.wsproof.conformance.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wsproof.conformance.engine.Report;
import org.wsproof.conformance.judge.Result;

/**
 * Results counted. A listed case that failed or warned counts as known and as nothing else.
 *
 * @param totals every column of {@link Report#COUNTED}
 * @param suites the same a suite, in the order of the report
 * @param stale ids of cases that are listed as known to fail, and passed
 */
record Tally(Map<String, Integer> totals, Map<String, Map<String, Integer>> suites, List<String> stale) {
    static Tally of(Report report) {
        Map<String, Map<String, Integer>> suites = new LinkedHashMap<>();
        for (Result result : report.results()) {
            String column =
                    report.knownFailure(result) ? "known" : result.outcome().slug();
            suites.computeIfAbsent(result.subject().suite(), suite -> new LinkedHashMap<>())
                    .merge(column, 1, Integer::sum);
        }
        List<String> stale =
                report.stale().stream().map(result -> result.subject().id()).toList();
        return new Tally(report.totals(), suites, stale);
    }

    int count(String column) {
        return totals.getOrDefault(column, 0);
    }

    /** Cases that were put to the target and judged, whatever came of them. */
    int judged() {
        return count("passed") + count("failed") + count("warned") + count("observed") + count("known");
    }
}
