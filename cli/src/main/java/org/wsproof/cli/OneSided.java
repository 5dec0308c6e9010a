package org.wsproof.cli;

import java.util.List;
import java.util.Set;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.selection.OneSidedCases;

/**
 * What is left of a selection where only the client's end is the kit's.
 *
 * @param judged the cases that one end can judge
 * @param leftOut what is said of the others; "" if there are none
 */
record OneSided(List<Case> judged, String leftOut) {
    /**
     * @param possible all cases that one end can judge
     * @throws UsageException if none is left
     */
    static OneSided of(List<Case> chosen, List<Case> possible, Set<Profile> offered) throws UsageException {
        OneSidedCases cases = OneSidedCases.of(chosen, possible, offered);
        if (cases.judged().isEmpty()) {
            throw new UsageException(
                    "one end can judge none of these cases; --one-sided --list shows those that it can");
        }
        String both = said(cases.needingBothEnds(), "both ends");
        String timeout = said(cases.notOffered(), "--idle-timeout, of 10s at most");
        return new OneSided(
                cases.judged(), both.isEmpty() || timeout.isEmpty() ? both + timeout : both + "; " + timeout);
    }

    private static String said(int count, String need) {
        return count == 0 ? "" : count + (count == 1 ? " needs " : " need ") + need;
    }
}
