package org.wsproof.conformance.report.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wsproof.conformance.engine.Report;

/**
 * A target in a comparison, and what came of its run.
 *
 * @param asked the name that it was asked for by: a recipe's, or a file's
 * @param again the command that runs it alone, to be repeated with {@code --case}
 * @param report empty if it could not be started
 * @param trouble why it was not started, or was lost in mid-run; "" if it ran to its end
 */
public record Column(String asked, String again, Optional<Report> report, String trouble) {
    /** One that was started, with all its results. */
    public static Column of(String asked, String again, Report report) {
        return new Column(asked, again, Optional.of(report), report.lost().orElse(""));
    }

    /** One that could not be started. */
    public static Column notStarted(String asked, String again, String why) {
        return new Column(asked, again, Optional.empty(), why);
    }

    /** As the target calls itself; of one that could not be started the recipe's name, or the file's without its folders. */
    String name() {
        return report.map(one -> one.target().name()).orElseGet(() -> asked.substring(asked.lastIndexOf('/') + 1));
    }

    /** "" where it is not known. */
    String version() {
        return report.map(one -> one.target().version()).orElse("");
    }

    /** Name and version. */
    String title() {
        return (name() + " " + version()).strip();
    }

    /** What it did in the case of this place in the plan. */
    Cell cell(int row) {
        return report.map(one -> one.results().get(row)).map(Cell::of).orElse(Cell.NOT_RUN);
    }

    /** Why it says less than it could, in a sentence; "" if it ran to its end. */
    String complaint() {
        if (trouble.isEmpty()) {
            return "";
        }
        return title() + (report.isEmpty() ? " could not be started: " : " was lost: ") + trouble;
    }

    /** What came of it, in a line: {@code nginx 1.22.1: 279✓ 41✗, 45.2 s}. */
    public String told() {
        if (report.isEmpty()) {
            return complaint();
        }
        List<Mark> marks = report.get().results().stream()
                .map(result -> Mark.of(result.outcome()))
                .toList();
        String counts = title() + ": " + Mark.counted(marks)
                + String.format(Locale.ROOT, ", %.1f s", report.get().took().toMillis() / 1000.0);
        return trouble.isEmpty() ? counts : counts + "; lost: " + trouble;
    }

    /** 4 a fault of the kit, 3 not started, lost, or not to be set up; else 0, whatever it broke. */
    int exitCode() {
        int exit = report.map(Report::exitCode).orElse(Comparison.UNREACHABLE);
        return exit < Comparison.UNREACHABLE ? 0 : exit;
    }
}
