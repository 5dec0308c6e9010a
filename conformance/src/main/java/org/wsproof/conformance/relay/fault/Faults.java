package org.wsproof.conformance.relay.fault;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The faults that a relay has; none, and it is sound. */
public record Faults(Set<Fault> present) {
    public static Faults of(List<Fault> faults) {
        Set<Fault> present = EnumSet.noneOf(Fault.class);
        present.addAll(faults);
        return new Faults(Set.copyOf(present));
    }

    public boolean has(Fault fault) {
        return present.contains(fault);
    }

    /** True if there is one of these: whether a mechanism that only faults need is wanted at all. */
    public boolean hasAny(Set<Fault> some) {
        return present.stream().anyMatch(some::contains);
    }

    /**
     * The fault of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Fault named(String slug) {
        for (Fault fault : Fault.values()) {
            if (fault.slug().equals(slug)) {
                return fault;
            }
        }
        throw new IllegalArgumentException("the sound relay has no fault named '" + slug + "'");
    }
}
