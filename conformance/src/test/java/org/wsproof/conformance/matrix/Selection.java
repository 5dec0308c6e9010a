package org.wsproof.conformance.matrix;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;

/**
 * What the matrix proves.
 *
 * @param all every case there is: under each fault a share of the others runs, to see how far it reaches
 * @param proven the cases that must pass without a fault, and fail under their counter-examples
 * @param others of the cases that do not name a fault, the share that is run under it, 0 to 1
 */
record Selection(List<Case> all, List<Case> proven, Set<Fault> faults, double others) {
    private static final String EVERYTHING = "*";

    /** What the two system properties ask for; without them all cases and faults, and a tenth of the others. */
    static Selection asked(List<Case> all) {
        String glob = System.getProperty("wsproof.matrix", EVERYTHING);
        String share = System.getProperty("wsproof.matrix.others", glob.equals(EVERYTHING) ? "0.1" : "1");
        return of(all, glob, Double.parseDouble(share));
    }

    private static Selection of(List<Case> all, String glob, double others) {
        if (glob.equals(EVERYTHING)) {
            return new Selection(all, all, EnumSet.allOf(Fault.class), others);
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        List<Case> proven =
                all.stream().filter(one -> matcher.matches(Path.of(one.id()))).toList();
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        proven.forEach(one -> one.counterExamples().forEach(example -> faults.add(Faults.named(example.fault()))));
        if (proven.isEmpty()) {
            throw new IllegalArgumentException("-Dwsproof.matrix=" + glob + " matches no case");
        }
        return new Selection(all, proven, faults, others);
    }
}
