package org.wsproof.conformance.report.comparison;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.wsproof.conformance.engine.Report;
import org.wsproof.conformance.judge.Fact;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Level;
import org.wsproof.conformance.report.Samples;

/** A comparison with each outcome in it: two that ran, and one that could not be started. */
final class Three {
    static final String HOSTILE = "</script><script>document.title='taken over'</script>\u0000\u202e|`é&amp;\"'";
    static final About ABOUT =
            new About("./wsproof compare one two three", ZonedDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC));

    private Three() {}

    static Comparison comparison() {
        Report one = one();
        List<Case> cases = one.results().stream().map(Result::subject).toList();
        List<Column> columns = List.of(
                Column.of("one", "./wsproof check --recipe one", one),
                Column.of("two", "./wsproof check --recipe two", two()),
                Column.notStarted("three", "./wsproof check --recipe three", "three is not installed"));
        return new Comparison(cases, columns, 7);
    }

    private static Report one() {
        return Samples.report(
                "one",
                Set.of(),
                Samples.passed("handshake/same"),
                Samples.failed("handshake/worse"),
                Samples.warned("handshake/not-offered"),
                Samples.observed("close/other-way"),
                observed("close/same-way", HOSTILE),
                outcome("close/blocked", new Outcome.Blocked(List.of(new Fact("depends on", "handshake/worse")))),
                outcome("close/set-up", new Outcome.SetupFailed(List.of())),
                Samples.passed("close/kit"));
    }

    private static Report two() {
        return Samples.report(
                "two",
                Set.of(),
                Samples.passed("handshake/same"),
                Samples.passed("handshake/worse"),
                outcome("handshake/not-offered", new Outcome.NotApplicable(List.of(new Fact("needs", HOSTILE)))),
                observed("close/other-way", "both ends cut"),
                observed("close/same-way", HOSTILE),
                Samples.passed("close/blocked"),
                Samples.passed("close/set-up"),
                outcome("close/kit", new Outcome.HarnessFault(List.of())));
    }

    private static Result observed(String id, String what) {
        return Samples.result(id, Level.OBSERVE, new Outcome.Observed(List.of(new Fact("observed", what))));
    }

    private static Result outcome(String id, Outcome outcome) {
        return Samples.result(id, Level.MUST, outcome);
    }
}
