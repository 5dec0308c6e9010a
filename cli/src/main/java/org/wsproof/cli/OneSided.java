package org.wsproof.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Profile;

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
        Set<String> ids = chosen.stream().map(Case::id).collect(Collectors.toSet());
        List<Case> oneSided =
                possible.stream().filter(one -> ids.contains(one.id())).toList();
        List<Case> judged =
                oneSided.stream().filter(one -> offered.contains(one.profile())).toList();
        if (judged.isEmpty()) {
            throw new UsageException(
                    "one end can judge none of these cases; --one-sided --list shows those that it can");
        }
        String both = said(chosen.size() - oneSided.size(), "both ends");
        String timeout = said(oneSided.size() - judged.size(), "--idle-timeout, of 10s at most");
        return new OneSided(judged, both.isEmpty() || timeout.isEmpty() ? both + timeout : both + "; " + timeout);
    }

    private static String said(int count, String need) {
        return count == 0 ? "" : count + (count == 1 ? " needs " : " need ") + need;
    }
}
