package org.wsproof.conformance.targets.recipes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.wsproof.conformance.engine.Known;
import org.wsproof.conformance.targets.Recipe;

/**
 * Cases that a target is known to fail: one id a line, perhaps the word {@code sometimes}, then {@code #} and the reason; lines
 * that begin with {@code #} are comments.
 *
 * @param source where it was read, for messages
 * @param reasons why, by id of the case; "" where no reason is given
 * @param sometimes the ids of those that pass in some runs
 */
public record KnownFailing(String source, Map<String, String> reasons, Set<String> sometimes) {
    private static final String SOMETIMES = "sometimes";
    private static final Pattern WORDS = Pattern.compile("\\s+");

    public static KnownFailing none() {
        return new KnownFailing("", Map.of(), Set.of());
    }

    /** The same for the engine. */
    public Known known() {
        Set<String> always = new HashSet<>(reasons.keySet());
        always.removeAll(sometimes);
        return new Known(always, sometimes);
    }

    /**
     * Reads a list; does not close the reader.
     *
     * @param ids of all cases
     * @throws IOException if it can't be read, or names no case or one twice: {@code file:line: what is wrong}
     */
    public static KnownFailing read(String source, Reader reader, Set<String> ids) throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        Set<String> sometimes = new TreeSet<>();
        BufferedReader lines = new BufferedReader(reader);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            int hash = line.indexOf('#');
            List<String> words = WORDS.splitAsStream((hash < 0 ? line : line.substring(0, hash)).strip())
                    .toList();
            String id = words.get(0);
            if (id.isEmpty()) {
                continue;
            }
            if (words.size() > 2 || (words.size() == 2 && !words.get(1).equals(SOMETIMES))) {
                throw new IOException(source + ":" + number + ": behind an id may stand '" + SOMETIMES
                        + "' or a #, not '" + words.get(1) + "'");
            }
            if (words.size() == 2) {
                sometimes.add(id);
            }
            if (!ids.contains(id)) {
                throw new IOException(source + ":" + number + ": there is no case '" + id + "' (see --list)");
            }
            if (reasons.put(id, hash < 0 ? "" : line.substring(hash + 1).strip()) != null) {
                throw new IOException(source + ":" + number + ": '" + id + "' is listed twice");
            }
        }
        return new KnownFailing(source, Collections.unmodifiableMap(reasons), Collections.unmodifiableSet(sometimes));
    }

    /**
     * The list that comes with a recipe; empty if it has none.
     *
     * @throws IOException as {@link #read}
     */
    public static Optional<KnownFailing> of(Recipe recipe, Set<String> ids) throws IOException {
        String name = recipe.name() + ".known-failing";
        try (InputStream resource = KnownFailing.class.getResourceAsStream(name)) {
            if (resource == null) {
                return Optional.empty();
            }
            return Optional.of(read(name, new InputStreamReader(resource, StandardCharsets.UTF_8), ids));
        }
    }
}
