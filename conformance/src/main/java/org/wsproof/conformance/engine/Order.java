package org.wsproof.conformance.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Profile;

/** Puts cases into groups: those of a group run side by side, timing cases behind all others, then those that need an instance of the target; each behind what it depends on. */
final class Order {
    /** Behind all that does not time anything; and each with an instance of its own, behind all that share one. */
    private static final int TIMING = 1_000;

    private static final int OWN = 10_000;

    private final Map<String, Case> catalogue = new LinkedHashMap<>();

    Order(List<Case> catalogue) {
        catalogue.forEach(subject -> this.catalogue.put(subject.id(), subject));
    }

    /** A group of cases that may run side by side. */
    record Group(boolean timing, List<Case> cases) {}

    /** The selected cases and all that they depend on. */
    List<Group> groups(List<Case> selected) {
        Map<String, Case> all = new LinkedHashMap<>();
        selected.forEach(subject -> add(subject, all));
        Map<Integer, Group> groups = new TreeMap<>();
        for (Case subject : all.values()) {
            boolean timing = timing(subject);
            boolean own = subject.room() == Case.Room.OWN_INSTANCE;
            int rank = depth(subject) + (timing ? TIMING : 0) + (own ? OWN : 0);
            groups.computeIfAbsent(rank, r -> new Group(timing && !own, new ArrayList<>()))
                    .cases()
                    .add(subject);
        }
        return List.copyOf(groups.values());
    }

    private void add(Case subject, Map<String, Case> all) {
        subject.dependsOn().forEach(id -> add(dependency(subject, id), all));
        all.put(subject.id(), subject);
    }

    private Case dependency(Case subject, String id) {
        Case dependency = catalogue.get(id);
        if (dependency == null) {
            throw new IllegalStateException(subject.id() + " depends on " + id + ", which is no case");
        }
        return dependency;
    }

    private int depth(Case subject) {
        return subject.dependsOn().stream()
                .mapToInt(id -> 1 + depth(dependency(subject, id)))
                .max()
                .orElse(0);
    }

    /** Times are judged while the machine has nothing else to do. */
    private boolean timing(Case subject) {
        return subject.profile() == Profile.SHORT_TIMERS
                || subject.claims().stream().anyMatch(Claim.Between.class::isInstance)
                || subject.dependsOn().stream().anyMatch(id -> timing(dependency(subject, id)));
    }
}
