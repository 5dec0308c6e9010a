package org.wsproof.conformance.selection;

import java.util.List;
import java.util.Optional;
import org.wsproof.conformance.model.Case;

/**
 * Patterns on the ids of cases, as {@link Glob} reads them.
 *
 * @param patterns a case is meant if one of them matches; none match no case
 */
public record Patterns(List<String> patterns) {
    /** The cases that are meant, in their order. */
    public List<Case> in(List<Case> cases) {
        List<Glob> globs = patterns.stream().map(Glob::new).toList();
        return cases.stream()
                .filter(one -> globs.stream().anyMatch(glob -> glob.matches(one.id())))
                .toList();
    }

    /** The first pattern that matches none of these: most likely it is misspelt. */
    public Optional<String> inVain(List<Case> cases) {
        return patterns.stream()
                .filter(pattern -> new Patterns(List.of(pattern)).in(cases).isEmpty())
                .findFirst();
    }
}
