package org.wsproof.conformance.report.comparison;

import java.util.Optional;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;

/**
 * One case at one target.
 *
 * @param observed what an OBSERVE case saw; "" for all others
 * @param result empty where the target never ran
 */
record Cell(Mark mark, String observed, Optional<Result> result) {
    static final Cell NOT_RUN = new Cell(Mark.NOT_RUN, "", Optional.empty());

    static Cell of(Result result) {
        Outcome outcome = result.outcome();
        boolean tells = outcome instanceof Outcome.Observed && !outcome.facts().isEmpty();
        return new Cell(Mark.of(outcome), tells ? outcome.facts().get(0).value() : "", Optional.of(result));
    }

    /** In a few words: which outcome, or what was observed. */
    String words() {
        return observed.isEmpty() ? mark.words() : observed;
    }
}
