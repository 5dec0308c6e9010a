package org.wsproof.conformance.report.comparison;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What a comparison does not know of itself.
 *
 * @param command what was typed
 * @param written when the report is written
 */
public record About(String command, ZonedDateTime written) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);

    String date() {
        return DATE.format(written);
    }
}
