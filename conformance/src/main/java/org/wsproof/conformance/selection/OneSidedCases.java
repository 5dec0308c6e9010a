package org.wsproof.conformance.selection;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Profile;

/**
 * What is left of a choice of cases where only the client's end is the kit's.
 *
 * @param judged the cases that one end can judge; may be empty
 * @param needingBothEnds how many others there are that it can't
 * @param notOffered how many it could, under a profile that the target does not offer
 */
public record OneSidedCases(List<Case> judged, int needingBothEnds, int notOffered) {
    /**
     * Divides a choice.
     *
     * @param possible all cases that one end can judge, as they are then performed
     */
    public static OneSidedCases of(List<Case> chosen, List<Case> possible, Set<Profile> offered) {
        Set<String> ids = chosen.stream().map(Case::id).collect(Collectors.toSet());
        List<Case> oneSided =
                possible.stream().filter(one -> ids.contains(one.id())).toList();
        List<Case> judged =
                oneSided.stream().filter(one -> offered.contains(one.profile())).toList();
        return new OneSidedCases(judged, chosen.size() - oneSided.size(), oneSided.size() - judged.size());
    }
}
