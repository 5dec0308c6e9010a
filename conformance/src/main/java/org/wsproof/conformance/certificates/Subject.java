package org.wsproof.conformance.certificates;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whom a certificate names, and when it holds.
 *
 * @param names host names and IP addresses for the subject alternative name; the first is the common name as well
 */
record Subject(List<String> names, boolean authority, Instant from, Instant until) {
    static final Duration DAY = Duration.ofDays(1);
    static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEARS = Duration.ofDays(3650);

    static Subject authority(String name, Instant now) {
        return new Subject(List.of(name), true, now.minus(YEARS), now.plus(YEARS));
    }

    static Subject server(List<String> names, Instant now) {
        return new Subject(names, false, now.minus(DAY), now.plus(MONTH));
    }

    Subject during(Instant start, Instant end) {
        return new Subject(names, authority, start, end);
    }
}
