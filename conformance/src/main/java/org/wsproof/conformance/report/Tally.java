package org.wsproof.conformance.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wsproof.conformance.engine.Report;
import org.wsproof.conformance.judge.Result;

/**
 * Results counted. A listed case that failed or warned counts as known and as nothing else; one that passed is stale.
 *
 * @param totals every column, in the order of {@link #COLUMNS}
 * @param suites the same a suite, in the order of the catalogue
 * @param stale ids of cases that are listed as known to fail, and passed
 */
public record Tally(Map<String, Integer> totals, Map<String, Map<String, Integer>> suites, List<String> stale) {
    /** The outcomes' slugs, and {@code known}, in the order in which reports show them. */
    public static final List<String> COLUMNS = List.of(
            "passed",
            "failed",
            "warned",
            "observed",
            "not-applicable",
            "blocked",
            "setup-failed",
            "harness-fault",
            "known");

    public static Tally of(Report report) {
        Map<String, Integer> totals = zeros();
        Map<String, Map<String, Integer>> suites = new LinkedHashMap<>();
        for (Result result : report.results()) {
            String column =
                    report.knownFailure(result) ? "known" : result.outcome().slug();
            totals.merge(column, 1, Integer::sum);
            suites.computeIfAbsent(result.subject().suite(), suite -> zeros()).merge(column, 1, Integer::sum);
        }
        return new Tally(
                totals,
                suites,
                report.stale().stream().map(result -> result.subject().id()).toList());
    }

    public int count(String column) {
        return totals.getOrDefault(column, 0);
    }

    /** Cases that were put to the target and judged, whatever came of them. */
    public int judged() {
        return count("passed") + count("failed") + count("warned") + count("observed") + count("known");
    }

    private static Map<String, Integer> zeros() {
        Map<String, Integer> zeros = new LinkedHashMap<>();
        COLUMNS.forEach(column -> zeros.put(column, 0));
        return zeros;
    }
}
