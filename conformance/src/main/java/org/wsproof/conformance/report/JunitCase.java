package org.wsproof.conformance.report;

import java.util.Map;
import java.util.stream.Collectors;
import org.wsproof.conformance.engine.Known;
import org.wsproof.conformance.judge.Fact;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;

/**
 * A result in the words that build servers know.
 *
 * @param message in one line; "" if there is nothing to say
 * @param text behind it; "" if there is none
 */
public record JunitCase(Result result, Kind kind, String message, String text) {
    /** What the test case element holds. */
    public enum Kind {
        GOOD(""),
        /** Good for a build server, which knows no warnings, with something to read. */
        TOLD("system-out"),
        FAILURE("failure"),
        ERROR("error"),
        SKIPPED("skipped");

        private final String element;

        Kind(String element) {
            this.element = element;
        }

        /** The element's name; "" for none. */
        String element() {
            return element;
        }

        /** True if the element has a message and a type. */
        boolean accuses() {
            return this == FAILURE || this == ERROR;
        }
    }

    /**
     * What a build server is told of a result.
     *
     * @param reasons why a case is known to fail, by id
     */
    public static JunitCase of(Result result, Known known, Map<String, String> reasons) {
        Outcome outcome = result.outcome();
        if (known.expected(result)) {
            String reason = reasons.getOrDefault(result.subject().id(), "");
            return new JunitCase(result, Kind.SKIPPED, ("known: " + reason).strip(), "");
        }
        if (known.outdatedBy(result)) {
            return new JunitCase(result, Kind.FAILURE, "listed as known to fail, but passed", told(result));
        }
        if (outcome instanceof Outcome.NotApplicable || outcome instanceof Outcome.Blocked) {
            return new JunitCase(result, Kind.SKIPPED, outcome.slug() + ", " + facts(outcome, "; "), "");
        }
        if (outcome instanceof Outcome.Failed) {
            return new JunitCase(result, Kind.FAILURE, facts(outcome, "; "), told(result));
        }
        if (outcome instanceof Outcome.SetupFailed || outcome instanceof Outcome.HarnessFault) {
            return new JunitCase(result, Kind.ERROR, facts(outcome, "; "), told(result));
        }
        if (outcome instanceof Outcome.Warned) {
            return new JunitCase(result, Kind.TOLD, "", "warning: " + told(result));
        }
        return outcome instanceof Outcome.Observed
                ? new JunitCase(result, Kind.TOLD, "", facts(outcome, "\n"))
                : new JunitCase(result, Kind.GOOD, "", "");
    }

    /** The case's words, without the suite. */
    String name() {
        return result.subject().id().substring(result.subject().suite().length() + 1);
    }

    private static String told(Result result) {
        String about = result.subject().sentence() + "\n" + result.subject().level() + ", "
                + result.subject().basis() + "\n" + facts(result.outcome(), "\n") + "\n";
        return result.trace().isEmpty() ? about : about + "\n" + String.join("\n", Trace.lines(result.trace())) + "\n";
    }

    private static String facts(Outcome outcome, String between) {
        return outcome.facts().stream().map(Fact::toString).collect(Collectors.joining(between));
    }
}
