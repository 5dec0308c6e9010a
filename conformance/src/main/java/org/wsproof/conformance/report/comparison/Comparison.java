package org.wsproof.conformance.report.comparison;

import java.util.List;
import java.util.stream.IntStream;
import org.wsproof.conformance.model.Case;

/**
 * The same cases at several targets. Nobody is excused: a comparison knows no list of known failures.
 *
 * @param cases in the order of each report's results
 * @param columns in the order that they were asked for
 */
public record Comparison(List<Case> cases, List<Column> columns, long seed) {
    static final int UNREACHABLE = 3;

    /** A case, and what each target did in it. */
    record Row(Case subject, List<Cell> cells) {
        /**
         * Whether those that were judged did not all do the same. What was not tested says nothing of a target, and so does a
         * fault of the kit.
         */
        boolean differs() {
            return cells.stream()
                            .filter(cell -> cell.mark().judged())
                            .map(cell -> cell.mark() + cell.observed())
                            .distinct()
                            .count()
                    > 1;
        }
    }

    List<Row> rows() {
        return IntStream.range(0, cases.size())
                .mapToObj(row -> new Row(
                        cases.get(row),
                        columns.stream().map(column -> column.cell(row)).toList()))
                .toList();
    }

    /** In the order of the catalogue. */
    List<String> suites() {
        return cases.stream().map(Case::suite).distinct().toList();
    }

    /** The complaints of those that did not run to their end. */
    List<String> complaints() {
        return columns.stream()
                .map(Column::complaint)
                .filter(complaint -> !complaint.isEmpty())
                .toList();
    }

    /** Those that something came to, in the order in which they are declared. */
    List<Mark> marks() {
        return rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(Cell::mark)
                .distinct()
                .sorted()
                .toList();
    }

    /** 4 a fault of the kit, 3 a target not started, lost or not to be set up; else 0: a comparison accuses nobody. */
    public int exitCode() {
        return columns.stream().mapToInt(Column::exitCode).max().orElse(0);
    }
}
