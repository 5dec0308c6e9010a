package org.wsproof.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wsproof.conformance.model.Case;

/** Cases chosen by patterns on their ids: {@code *} is any text, {@code ?} any one character. */
record Selection(List<Case> catalogue) {
    /**
     * All cases, or those that a pattern names, less those that are excluded; in the catalogue's order.
     *
     * @throws UsageException if a pattern matches no case, or none is left
     */
    List<Case> chosen(List<String> patterns, List<String> excluded) throws UsageException {
        List<Case> chosen = new ArrayList<>(patterns.isEmpty() ? catalogue : matching("--case", patterns));
        chosen.removeAll(matching("--exclude", excluded));
        if (chosen.isEmpty()) {
            throw new UsageException("no case is left to run; --list shows all");
        }
        return chosen;
    }

    private List<Case> matching(String option, List<String> patterns) throws UsageException {
        List<Pattern> compiled = new ArrayList<>();
        for (String pattern : patterns) {
            Pattern one = compiled(pattern);
            if (catalogue.stream()
                    .noneMatch(subject -> one.matcher(subject.id()).matches())) {
                throw new UsageException(option + " '" + pattern + "' matches no case; --list shows all");
            }
            compiled.add(one);
        }
        return catalogue.stream()
                .filter(subject -> compiled.stream()
                        .anyMatch(one -> one.matcher(subject.id()).matches()))
                .toList();
    }

    private static Pattern compiled(String glob) {
        return Pattern.compile(glob.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining()));
    }
}
