package org.wsproof.proxy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reload has done, each front side handler named with its address.
 *
 * @param added those that listen where nobody did before
 * @param removed those that no longer listen
 * @param changed those that go on listening, with something else about them or about their gateway
 */
public record Change(List<String> added, List<String> removed, List<String> changed) {
    public Change {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /** One line for a log. */
    @Override
    public String toString() {
        String words = Stream.of(words("added", added), words("removed", removed), words("changed", changed))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? "nothing changed" : words;
    }

    private static String words(String what, List<String> handlers) {
        return handlers.isEmpty() ? "" : what + " " + String.join(", ", handlers);
    }
}
