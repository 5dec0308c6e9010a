package org.wsproof.conformance.matrix;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.relay.fault.Fault;

/**
 * What the matrix proves.
 *
 * @param all every case there is: under each fault all of them run, to see how far it reaches
 * @param proven the cases that must pass without a fault, and fail under their counter-examples
 */
record Selection(List<Case> all, List<Case> proven, Set<Fault> faults) {
    /** All faults for {@code *}, else those that the matching cases name. */
    static Selection of(List<Case> all, String glob) {
        if (glob.equals("*")) {
            return new Selection(all, all, EnumSet.allOf(Fault.class));
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        List<Case> proven =
                all.stream().filter(one -> matcher.matches(Path.of(one.id()))).toList();
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        proven.forEach(one -> one.counterExamples().forEach(example -> faults.add(Fault.of(example.fault()))));
        if (proven.isEmpty()) {
            throw new IllegalArgumentException("-Dwsproof.matrix=" + glob + " matches no case");
        }
        return new Selection(all, proven, faults);
    }
}
