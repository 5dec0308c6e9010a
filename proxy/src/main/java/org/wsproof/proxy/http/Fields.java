package org.wsproof.proxy.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The field lines of a head, in the order they came. */
public record Fields(List<Field> lines) {
    public Fields {
        lines = List.copyOf(lines);
    }

    /** Names and values in turn. */
    public static Fields of(String... namesAndValues) {
        List<Field> lines = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            lines.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Fields(lines);
    }

    /** The values of each line of that name. */
    public List<String> values(String name) {
        List<String> values = new ArrayList<>(1);
        for (Field field : lines) {
            if (field.is(name)) {
                values.add(field.value());
            }
        }
        return values;
    }

    public boolean has(String name) {
        for (Field field : lines) {
            if (field.is(name)) {
                return true;
            }
        }
        return false;
    }

    /** The members of a field that is a list of tokens, over all its lines, in lower case (RFC 9110 §5.3, §5.6.1). */
    public List<String> tokens(String name) {
        List<String> tokens = new ArrayList<>(1);
        for (Field field : lines) {
            if (field.is(name)) {
                for (String member : field.value().split(",", -1)) {
                    String token = trimmed(member).toLowerCase(Locale.ROOT);
                    if (!token.isEmpty()) {
                        tokens.add(token);
                    }
                }
            }
        }
        return tokens;
    }

    /** A text without SP and HTAB around it (RFC 9110 §5.6.3): {@code strip} would take control characters, and more, too. */
    public static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
