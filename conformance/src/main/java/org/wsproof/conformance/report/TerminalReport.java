package org.wsproof.conformance.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wsproof.conformance.engine.Report;
import org.wsproof.conformance.judge.Fact;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Case;

/** The report for a person: what went wrong with its evidence, then what was only noticed, then the totals and a verdict. */
public final class TerminalReport {
    private static final int NAME = 16;

    private final PrintWriter out;
    private final Style style;
    private final String command;
    private final Map<String, String> reasons;

    /**
     * @param command what was typed, to be repeated with {@code --case}
     * @param reasons why a case is known to fail, by id
     */
    public TerminalReport(PrintWriter out, Style style, String command, Map<String, String> reasons) {
        this.out = out;
        this.style = style;
        this.command = command;
        this.reasons = reasons;
    }

    public void write(Report report) {
        report.results().stream()
                .filter(result -> accuses(result, report))
                .forEach(result -> explain(result, report.seed()));
        observed(report);
        known(report);
        untested(report);
        flaky(report);
        Tally tally = Tally.of(report);
        stale(tally);
        new Totals(out, style).write(tally);
        out.println(Verdict.of(report, tally, style));
        out.flush();
    }

    private static boolean accuses(Result result, Report report) {
        Outcome outcome = result.outcome();
        return !report.knownFailure(result)
                && (outcome instanceof Outcome.Failed
                        || outcome instanceof Outcome.Warned
                        || outcome instanceof Outcome.HarnessFault
                        || (outcome instanceof Outcome.SetupFailed && !unperformed(result)));
    }

    /** True of a case that nothing was done for, after the target was lost say: there is nothing to explain one by one. */
    private static boolean unperformed(Result result) {
        Outcome outcome = result.outcome();
        return outcome instanceof Outcome.NotApplicable
                || outcome instanceof Outcome.Blocked
                || (outcome instanceof Outcome.SetupFailed && result.trace().isEmpty());
    }

    private void explain(Result result, long seed) {
        Case subject = result.subject();
        boolean warned = result.outcome() instanceof Outcome.Warned;
        String heading = padded(result.outcome().slug().toUpperCase(Locale.ROOT));
        out.println((warned ? style.yellow(heading) : style.red(heading)) + style.bold(subject.id()) + "   "
                + subject.level() + " · " + subject.basis() + " · "
                + subject.profile().slug());
        out.println("  " + subject.sentence());
        for (Fact fact : result.outcome().facts()) {
            factLines(fact).forEach(out::println);
        }
        if (!result.trace().isEmpty()) {
            out.println();
            Trace.lines(result.trace()).forEach(out::println);
        }
        out.println();
        out.println("  again: " + style.dim(command + " --seed " + seed + " --case " + subject.id()));
        out.println();
    }

    private void observed(Report report) {
        List<String> lines = new ArrayList<>();
        for (Result result : report.results()) {
            if (result.outcome() instanceof Outcome.Observed observed) {
                String fact = observed.facts().isEmpty()
                        ? ""
                        : ": " + observed.facts().get(0).value();
                lines.add("  " + result.subject().id() + Trace.printable(fact));
            }
        }
        section("Observed (nobody is bound; neither good nor bad):", lines);
    }

    private void known(Report report) {
        List<String> lines = new ArrayList<>();
        for (Result result : report.results()) {
            if (report.knownFailure(result)) {
                String id = result.subject().id();
                String reason = reasons.getOrDefault(id, "");
                lines.add("  " + id + (reason.isEmpty() ? "" : "  # " + reason));
            }
        }
        section("Known to fail, and failed:", lines);
    }

    private void flaky(Report report) {
        List<String> lines = new ArrayList<>();
        report.flaky().forEach((id, counts) -> {
            List<String> kinds = new ArrayList<>();
            counts.forEach((kind, count) -> kinds.add(Trace.printable(kind) + " " + count));
            lines.add("  " + style.yellow(id) + ": " + String.join(", ", kinds));
        });
        section("Flaky (not the same in each of " + report.repeat() + " runs; the worst counts):", lines);
    }

    private void untested(Report report) {
        Map<String, List<String>> why = new LinkedHashMap<>();
        for (Result result : report.results()) {
            Outcome outcome = result.outcome();
            if (unperformed(result)) {
                String reason = outcome.facts().isEmpty()
                        ? outcome.slug()
                        : outcome.slug() + ", " + outcome.facts().get(0);
                why.computeIfAbsent(reason, r -> new ArrayList<>())
                        .add(result.subject().id());
            }
        }
        List<String> lines = new ArrayList<>();
        why.forEach((reason, ids) -> {
            lines.add("  " + Trace.printable(reason) + " (" + ids.size() + ")");
            lines.addAll(wrapped(ids));
        });
        section("Not tested:", lines);
    }

    private static List<String> factLines(Fact fact) {
        List<String> lines = new ArrayList<>();
        String line = "    " + padded(fact.name()) + Trace.printable(fact.value());
        while (line.length() > Trace.WIDTH) {
            int space = line.lastIndexOf(' ', Trace.WIDTH);
            int end = space > 2 * NAME ? space : Trace.WIDTH;
            lines.add(line.substring(0, end));
            line = " ".repeat(4 + NAME + 2) + line.substring(end).strip();
        }
        lines.add(line);
        return lines;
    }

    private static List<String> wrapped(List<String> ids) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("   ");
        for (String id : ids) {
            if (line.length() + 1 + id.length() > Trace.WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder("   ");
            }
            line.append(' ').append(id);
        }
        lines.add(line.toString());
        return lines;
    }

    private void stale(Tally tally) {
        section(
                "Listed as known to fail, but passed (take them off the list):",
                tally.stale().stream().map(id -> "  " + style.red(id)).toList());
    }

    private void section(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            out.println(title);
            lines.forEach(out::println);
            out.println();
        }
    }

    private static String padded(String text) {
        return text + " ".repeat(Math.max(1, NAME - text.length()));
    }
}
