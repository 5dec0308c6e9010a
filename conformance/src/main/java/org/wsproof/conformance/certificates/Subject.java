package org.wsproof.conformance.certificates;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whom a certificate names, what for, and when it holds.
 *
 * @param names host names and IP addresses for the subject alternative name; the first is the common name as well
 */
record Subject(List<String> names, Use use, Instant from, Instant until) {
    static final Duration DAY = Duration.ofDays(1);
    static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEARS = Duration.ofDays(3650);

    /** What a certificate is for, and what it says of that. */
    enum Use {
        AUTHORITY,
        /** May issue for names below other.example only (RFC 5280 §4.2.1.10). */
        AUTHORITY_FOR_OTHERS,
        SERVER,
        /** A server's that has no subject alternative name. */
        SERVER_WITHOUT_NAMES,
        CLIENT;

        boolean issues() {
            return this == AUTHORITY || this == AUTHORITY_FOR_OTHERS;
        }
    }

    static Subject authority(String name, Instant now) {
        return new Subject(List.of(name), Use.AUTHORITY, now.minus(YEARS), now.plus(YEARS));
    }

    static Subject server(List<String> names, Instant now) {
        return new Subject(names, Use.SERVER, now.minus(DAY), now.plus(MONTH));
    }

    Subject during(Instant start, Instant end) {
        return new Subject(names, use, start, end);
    }

    Subject as(Use other) {
        return new Subject(names, other, from, until);
    }
}
