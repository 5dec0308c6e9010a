package org.wsproof.cli.cases;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wsproof.cli.UsageException;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.selection.Patterns;

/** Finds cases by what somebody typed, and what they may have meant. */
record Search(List<Case> catalogue) {
    private static final int MOST_SUGGESTED = 3;

    /** How far from what was typed an id may be, as a share of its length. */
    private static final double NEAR = 0.5;

    /**
     * The cases that the patterns name, each once, in the catalogue's order.
     *
     * @throws UsageException if a pattern matches none; it names those that are near
     */
    List<Case> found(List<String> patterns) throws UsageException {
        Patterns meant = new Patterns(patterns);
        Optional<String> inVain = meant.inVain(catalogue);
        if (inVain.isPresent()) {
            throw new UsageException("there is no case '" + inVain.get() + "'" + suggestion(inVain.get()));
        }
        return meant.in(catalogue);
    }

    private String suggestion(String typed) {
        List<String> near = catalogue.stream()
                .map(Case::id)
                .filter(id -> far(typed, id) <= NEAR)
                .sorted(Comparator.comparingDouble(id -> far(typed, id)))
                .limit(MOST_SUGGESTED)
                .toList();
        return near.isEmpty()
                ? "; wsproof check --list shows all"
                : "; did you mean " + String.join(" or ", near) + "?";
    }

    /** 0 for the same, near 0 where one holds the other, 1 for nothing in common. */
    private static double far(String typed, String id) {
        if (typed.length() > 2 && id.contains(typed)) {
            return 0.1 - 0.1 * typed.length() / id.length();
        }
        String words = id.substring(id.indexOf('/') + 1);
        int distance = typed.indexOf('/') < 0 ? distance(typed, words) : distance(typed, id);
        return (double) distance / Math.max(1, typed.indexOf('/') < 0 ? words.length() : id.length());
    }

    /** The number of characters to put in, take out or replace (Levenshtein). */
    private static int distance(String from, String to) {
        int[] last = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] next = new int[to.length() + 1];
            next[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                next[j] = Math.min(replaced, Math.min(last[j], next[j - 1]) + 1);
            }
            last = next;
        }
        return last[to.length()];
    }
}
