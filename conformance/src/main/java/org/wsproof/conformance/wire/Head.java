package org.wsproof.conformance.wire;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The head of an HTTP/1.1 message as it was on the wire (ISO 8859-1): its first line, and its fields in order. */
public record Head(String startLine, List<Field> fields) {
    /** One field line; white space around the value is gone, nothing else is. */
    public record Field(String name, String value) {}

    /** The values of all lines with this name, letter case aside, in order. */
    public List<String> values(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
    }

    /** All lines with this name as one list (RFC 9110 §5.3); "" if there is none. */
    public String joined(String name) {
        return String.join(", ", values(name));
    }

    /** The elements of a comma-separated list over all lines, in lower case, empty ones left out. */
    public List<String> tokens(String name) {
        return values(name).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(token -> token.strip().toLowerCase(Locale.ROOT))
                .filter(token -> !token.isEmpty())
                .toList();
    }

    /** The {@code n}th word of the first line, from 0; "" if there are fewer. The third word of a status line is its whole rest. */
    public String word(int n) {
        String[] words = startLine.split(" ", 3);
        return n < words.length ? words[n] : "";
    }

    /** The status code of a response, or -1 where the first line is no status line. */
    public int status() {
        return word(0).startsWith("HTTP/") && word(1).matches("[0-9]{3}") ? Integer.parseInt(word(1)) : -1;
    }

    public boolean interim() {
        return status() >= 100 && status() < 200 && status() != 101;
    }
}
