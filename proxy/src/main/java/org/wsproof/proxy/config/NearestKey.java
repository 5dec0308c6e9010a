package org.wsproof.proxy.config;

import java.util.List;

/** Guesses which key was meant by an unknown one. */
final class NearestKey {
    /** A key with this many slips or fewer is taken for a misspelling. */
    private static final int SLIPS = 2;

    private NearestKey() {}

    /** The one key that {@code key} nearly is, or else all of them. */
    static String hint(String key, List<String> keys) {
        String nearest = keys.get(0);
        for (String candidate : keys) {
            if (slips(key, candidate) < slips(key, nearest)) {
                nearest = candidate;
            }
        }
        return slips(key, nearest) <= SLIPS ? "did you mean " + nearest + "?" : "allowed: " + String.join(", ", keys);
    }

    /** Levenshtein's distance. */
    private static int slips(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int above = row[j];
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
