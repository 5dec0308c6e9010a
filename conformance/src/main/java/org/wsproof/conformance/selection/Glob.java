package org.wsproof.conformance.selection;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A pattern on ids: {@code *} is any text, {@code ?} any one character. */
public final class Glob {
    private final Pattern pattern;

    public Glob(String glob) {
        this.pattern = Pattern.compile(glob.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining()));
    }

    public boolean matches(String id) {
        return pattern.matcher(id).matches();
    }
}
