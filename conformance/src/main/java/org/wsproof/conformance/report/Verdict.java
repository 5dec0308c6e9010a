package org.wsproof.conformance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wsproof.conformance.engine.Report;

/** The last lines: one sentence on the target, and what the exit code says. */
final class Verdict {
    private static final int LOST = 3;
    private static final int FAULT = 4;

    private Verdict() {}

    static String of(Report report, Tally tally, Style style) {
        int exit = report.exitCode();
        String sentence = sentence(report, tally);
        String seconds = String.format(Locale.ROOT, "%.1f s", report.took().toMillis() / 1000.0);
        String verdict = exit == 0 ? style.green(sentence) : style.red(sentence);
        return verdict + System.lineSeparator() + "exit " + exit + ": " + meaning(exit, tally) + "   (" + seconds
                + ", seed " + report.seed() + ")";
    }

    private static String sentence(Report report, Tally tally) {
        String target = (report.target().name() + " " + report.target().version()).strip();
        if (report.lost().isPresent()) {
            return target + ": " + report.lost().get();
        }
        if (tally.count("harness-fault") > 0) {
            return "The kit itself is at fault in " + cases(tally.count("harness-fault")) + ": they say nothing of "
                    + target + ".";
        }
        List<String> wrongs = wrongs(tally);
        if (!wrongs.isEmpty()) {
            return target + ": " + String.join(", ", wrongs) + ", of " + cases(tally.judged()) + " judged.";
        }
        if (tally.judged() == 0) {
            return target + ": nothing was judged.";
        }
        if (tally.count("passed") == 0) {
            return target + ": no case passed, of " + cases(tally.judged()) + " judged.";
        }
        return target + " keeps every MUST" + (tally.count("known") > 0 ? " not listed as known to fail" : "") + " in "
                + cases(tally.judged()) + " judged" + (tally.count("warned") > 0 ? ", with warnings." : ".");
    }

    private static List<String> wrongs(Tally tally) {
        List<String> wrongs = new ArrayList<>();
        if (tally.count("failed") > 0) {
            wrongs.add("a MUST broken in " + cases(tally.count("failed")));
        }
        if (tally.count("setup-failed") > 0) {
            wrongs.add(cases(tally.count("setup-failed")) + " could not be put to it");
        }
        if (!tally.stale().isEmpty()) {
            wrongs.add(cases(tally.stale().size()) + " listed as known to fail passed");
        }
        return wrongs;
    }

    private static String cases(int count) {
        return count + (count == 1 ? " case" : " cases");
    }

    private static String meaning(int exit, Tally tally) {
        return switch (exit) {
            case 0 -> "no MUST is broken";
            case 1 -> broken(tally);
            case LOST -> "the target was lost, or a case could not be put to it";
            case FAULT -> "a fault of the kit: please report it";
            default -> "see wsproof check --help";
        };
    }

    private static String broken(Tally tally) {
        if (tally.count("failed") > 0) {
            return "a MUST is broken";
        }
        return tally.stale().isEmpty() ? "nothing passed" : "the list of known failures is out of date";
    }
}
