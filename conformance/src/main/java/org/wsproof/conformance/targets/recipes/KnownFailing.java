package org.wsproof.conformance.targets.recipes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wsproof.conformance.targets.Recipe;

/**
 * Cases that a target is known to fail: one id a line, then {@code #} and the reason; lines that begin with {@code #} are
 * comments.
 *
 * @param source where it was read, for messages
 * @param reasons why, by id of the case; "" where no reason is given
 */
public record KnownFailing(String source, Map<String, String> reasons) {
    public static KnownFailing none() {
        return new KnownFailing("", Map.of());
    }

    /**
     * Reads a list; does not close the reader.
     *
     * @param ids of all cases
     * @throws IOException if it can't be read, or names no case or one twice: {@code file:line: what is wrong}
     */
    public static KnownFailing read(String source, Reader reader, Set<String> ids) throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        BufferedReader lines = new BufferedReader(reader);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            int hash = line.indexOf('#');
            String id = (hash < 0 ? line : line.substring(0, hash)).strip();
            if (id.isEmpty()) {
                continue;
            }
            if (!ids.contains(id)) {
                throw new IOException(source + ":" + number + ": there is no case '" + id + "' (see --list)");
            }
            if (reasons.put(id, hash < 0 ? "" : line.substring(hash + 1).strip()) != null) {
                throw new IOException(source + ":" + number + ": '" + id + "' is listed twice");
            }
        }
        return new KnownFailing(source, Collections.unmodifiableMap(reasons));
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
