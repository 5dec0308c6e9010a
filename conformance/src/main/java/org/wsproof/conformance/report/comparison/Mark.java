package org.wsproof.conformance.report.comparison;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.wsproof.conformance.judge.Outcome;

/** What stands in a cell: a sign for each outcome, so that none is told by its colour alone. */
public enum Mark {
    PASSED("✓", "passed", "what a sound proxy does"),
    FAILED("✗", "failed", "a MUST is broken"),
    WARNED("!", "warned", "a SHOULD is broken"),
    OBSERVED("≈", "observed", "nobody is bound: the cell says which way it went"),
    NOT_APPLICABLE("–", "not tested", "the proxy does not offer what the case needs"),
    BLOCKED("⊘", "blocked", "not tested: a case that it depends on did not pass"),
    SETUP_FAILED("?", "setup failed", "the case could not be put to the proxy, which is accused of nothing"),
    HARNESS_FAULT("‡", "harness fault", "the kit's own fault, which accuses nobody"),
    /** No outcome at all: the target never ran. */
    NOT_RUN("∅", "not run", "the proxy could not be started");

    private final String sign;
    private final String words;
    private final String meaning;

    Mark(String sign, String words, String meaning) {
        this.sign = sign;
        this.words = words;
        this.meaning = meaning;
    }

    static Mark of(Outcome outcome) {
        return valueOf(outcome.slug().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** One character, unlike that of any other. */
    public String sign() {
        return sign;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** What it means, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** For programs: as the JSON report writes it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code 33✓ 2✗}: how often each stands there, in their order; what never does is left out. */
    static String counted(List<Mark> marks) {
        return marks.stream()
                .collect(Collectors.groupingBy(mark -> mark, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(count -> count.getValue() + count.getKey().sign)
                .collect(Collectors.joining(" "));
    }

    /** Whether it says how the proxy behaves. */
    boolean judged() {
        return this == PASSED || this == FAILED || this == WARNED || this == OBSERVED;
    }
}
