package org.wsproof.cli;

import java.util.ArrayList;
import java.util.List;
import org.wsproof.cli.cases.Glob;
import org.wsproof.conformance.model.Case;

/** Cases chosen by patterns on their ids: {@code *} is any text, {@code ?} any one character. */
public record Selection(List<Case> catalogue) {
    /**
     * All cases, or those that a pattern names, less those that are excluded; in the catalogue's order.
     *
     * @throws UsageException if a pattern matches no case, or none is left
     */
    public List<Case> chosen(List<String> patterns, List<String> excluded) throws UsageException {
        List<Case> chosen = new ArrayList<>(patterns.isEmpty() ? catalogue : matching("--case", patterns));
        chosen.removeAll(matching("--exclude", excluded));
        if (chosen.isEmpty()) {
            throw new UsageException("no case is left to run; --list shows all");
        }
        return chosen;
    }

    private List<Case> matching(String option, List<String> patterns) throws UsageException {
        List<Glob> globs = new ArrayList<>();
        for (String pattern : patterns) {
            Glob glob = new Glob(pattern);
            if (catalogue.stream().noneMatch(subject -> glob.matches(subject.id()))) {
                throw new UsageException(option + " '" + pattern + "' matches no case; --list shows all");
            }
            globs.add(glob);
        }
        return catalogue.stream()
                .filter(subject -> globs.stream().anyMatch(glob -> glob.matches(subject.id())))
                .toList();
    }
}
