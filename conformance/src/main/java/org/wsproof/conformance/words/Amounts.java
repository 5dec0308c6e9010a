package org.wsproof.conformance.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.wsproof.conformance.model.Span;

/** Times, sizes and counts as people write them. */
final class Amounts {
    private static final long KIB = 1024;
    private static final long MIB = KIB * KIB;

    private Amounts() {}

    static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** {@code 2 s}, {@code 300 ms}, {@code half the idle timeout}. */
    static String time(Span span) {
        if (span.of() == Span.Timer.SECOND) {
            return millis(Math.round(span.times() * 1000));
        }
        String timer = timer(span.of());
        if (span.times() == 1) {
            return timer;
        }
        return span.times() == 0.5 ? "half " + timer : plain(span.times()) + " × " + timer;
    }

    static String millis(long millis) {
        return millis < 1000 ? millis + " ms" : plain(millis / 1000.0) + " s";
    }

    static String octets(long count) {
        if (count >= MIB && count % MIB == 0) {
            return count / MIB + " MiB";
        }
        if (count >= KIB && count % KIB == 0 && count != KIB * (KIB / 16)) {
            return count / KIB + " KiB";
        }
        return number(count) + (count == 1 ? " octet" : " octets");
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String timer(Span.Timer timer) {
        return switch (timer) {
            case SECOND -> "a second";
            case IDLE -> "the idle timeout";
            case HEAD -> "the header timeout";
            case HANDSHAKE -> "the handshake timeout";
            case AUTHORITY -> "the authority's timeout";
            case DRAIN -> "the drain's grace";
        };
    }
}
