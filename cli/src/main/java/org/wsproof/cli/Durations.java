package org.wsproof.cli;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time with a unit: {@code 500ms}, {@code 5s}, {@code 2m}; a bare number is seconds. */
public final class Durations implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})(ms|s|m|)");
    private static final Map<String, Long> MILLIS = Map.of("ms", 1L, "s", 1000L, "", 1000L, "m", 60_000L);

    @Override
    public Duration convert(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || Long.parseLong(form.group(1)) == 0) {
            throw new TypeConversionException("'" + text + "' is no time: write 500ms, 5s or 2m");
        }
        return Duration.ofMillis(Long.parseLong(form.group(1)) * MILLIS.getOrDefault(form.group(2), 1000L));
    }
}
