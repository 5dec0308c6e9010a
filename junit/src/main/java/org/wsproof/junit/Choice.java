package org.wsproof.junit;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wsproof.conformance.cases.Catalogue;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.selection.OneSidedCases;
import org.wsproof.conformance.selection.Patterns;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.recipes.KnownFailing;

/**
 * Which cases somebody asked for, by suite and by pattern. The lists are filled one by one.
 *
 * @param suites names of suites
 * @param cases patterns on ids, whose cases come to those of the suites
 * @param without patterns on ids; they win
 */
record Choice(List<String> suites, List<String> cases, List<String> without) {
    /** Narrows a run from outside, to repeat a case. */
    static final String ONLY = "wsproof.case";

    Choice() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /**
     * What is to run.
     *
     * @param cases in the catalogue's order
     * @param catalogue where those that they depend on are found
     */
    record Chosen(List<Case> cases, List<Case> catalogue) {}

    Chosen of(Recipe recipe) {
        List<Case> chosen = chosen(Catalogue.all());
        if (!recipe.oneSided()) {
            return new Chosen(only(chosen), Catalogue.all());
        }
        List<Case> possible = Catalogue.oneSided();
        List<Case> judged =
                OneSidedCases.of(chosen, possible, recipe.profiles()).judged();
        if (judged.isEmpty()) {
            throw new IllegalArgumentException("one end can judge none of these cases");
        }
        return new Chosen(only(judged), possible);
    }

    private List<Case> chosen(List<Case> all) {
        List<String> known = List.copyOf(Catalogue.suites().keySet());
        for (String suite : suites) {
            if (!known.contains(suite)) {
                throw new IllegalArgumentException(
                        "there is no suite '" + suite + "': give one of " + String.join(", ", known));
            }
        }
        List<Case> named = matching("cases", cases, all);
        List<Case> excluded = matching("without", without, all);
        boolean everything = suites.isEmpty() && cases.isEmpty();
        List<Case> chosen = all.stream()
                .filter(one -> everything || suites.contains(one.suite()) || named.contains(one))
                .filter(one -> !excluded.contains(one))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("no case is left to run: each that was chosen is excluded");
        }
        return chosen;
    }

    private static List<Case> only(List<Case> chosen) {
        String glob = System.getProperty(ONLY, "");
        if (glob.isEmpty()) {
            return chosen;
        }
        List<Case> only = matching("-D" + ONLY, List.of(glob), Catalogue.all());
        List<Case> left = chosen.stream()
                .filter(one -> only.stream().anyMatch(meant -> meant.id().equals(one.id())))
                .toList();
        if (left.isEmpty()) {
            throw new NotTestedException("-D" + ONLY + "=" + glob + " names none of these cases");
        }
        return left;
    }

    private static List<Case> matching(String where, List<String> globs, List<Case> all) {
        Patterns patterns = new Patterns(globs);
        patterns.inVain(all).ifPresent(glob -> {
            throw new IllegalArgumentException(where + ": '" + glob + "' matches no case");
        });
        return patterns.in(all);
    }

    /**
     * What is known to fail: the file's list, or the one that the recipe brings.
     *
     * @throws IOException if it can't be read or has a mistake
     */
    KnownFailing knownFailing(Recipe recipe, Optional<Path> file) throws IOException {
        Set<String> ids = Catalogue.all().stream().map(Case::id).collect(Collectors.toSet());
        if (file.isEmpty()) {
            return KnownFailing.of(recipe, ids).orElse(KnownFailing.none());
        }
        try (Reader reader = Files.newBufferedReader(file.get())) {
            return KnownFailing.read(file.get().toString(), reader, ids);
        } catch (NoSuchFileException e) {
            throw new IOException(
                    "known failures: there is no file " + file.get().toAbsolutePath(), e);
        }
    }
}
