package org.wsproof.conformance.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The counts of a comparison: a row a suite, and one for all. */
record Summary(Comparison comparison) {
    static final String ALL = "all";

    /** The rows' names. */
    List<String> names() {
        return Stream.concat(comparison.suites().stream(), Stream.of(ALL)).toList();
    }

    /** The rows' counts in a column. */
    List<String> counts(int column) {
        List<String> counts = new ArrayList<>();
        for (String suite : comparison.suites()) {
            counts.add(counted(column, row -> row.subject().suite().equals(suite)));
        }
        counts.add(counted(column, row -> true));
        return counts;
    }

    private String counted(int column, Predicate<Comparison.Row> which) {
        return Mark.counted(comparison.rows().stream()
                .filter(which)
                .map(row -> row.cells().get(column).mark())
                .toList());
    }
}
