package org.wsproof.conformance.engine;

import java.util.Set;

/**
 * The cases that a target is known to fail, by id.
 *
 * @param always these fail in every run: one that passes is off the mark
 * @param sometimes these pass in some runs and fail in others
 */
public record Known(Set<String> always, Set<String> sometimes) {
    public static Known none() {
        return new Known(Set.of(), Set.of());
    }

    public boolean contains(String id) {
        return always.contains(id) || sometimes.contains(id);
    }
}
