package org.wsproof.cli.describe;

import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.regex.Pattern;

/**
 * Leaves those texts without quotes that every YAML reader takes for texts: a gateway may be called {@code 1e3} or {@code
 * 2026-01-01}, and readers differ in what they make of that.
 */
final class PlainText extends StringQuotingChecker {
    private static final long serialVersionUID = 1;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][A-Za-z0-9 ./_'()-]*");

    @Override
    public boolean needToQuoteName(String name) {
        return isReservedKeyword(name) || !isPlain(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
        return isReservedKeyword(value) || !isPlain(value);
    }

    private static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches() && !text.endsWith(" ");
    }
}
