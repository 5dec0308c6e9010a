package org.wsproof.conformance.judge;

import java.util.List;
import java.util.Locale;

/** What came of a case. Only {@link Failed} and {@link Warned} accuse the target. */
public sealed interface Outcome {
    /** Ordered facts that explain it; may be empty. */
    List<Fact> facts();

    /** The name as reports write it: {@code not-applicable}. */
    default String slug() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    record Passed(List<Fact> facts) implements Outcome {}

    /** A MUST is broken. */
    record Failed(List<Fact> facts) implements Outcome {}

    /** A SHOULD is broken. */
    record Warned(List<Fact> facts) implements Outcome {}

    /** An OBSERVE case saw one of the allowed ways; the first fact names it. */
    record Observed(List<Fact> facts) implements Outcome {}

    /** The target does not declare what the case needs. */
    record NotApplicable(List<Fact> facts) implements Outcome {}

    /** A case that this one depends on did not pass. */
    record Blocked(List<Fact> facts) implements Outcome {}

    /** The case could not be put to the target: it was not reachable, say. */
    record SetupFailed(List<Fact> facts) implements Outcome {}

    /** The kit itself is at fault: an exception, or a failure through the sound relay too. */
    record HarnessFault(List<Fact> facts) implements Outcome {}
}
