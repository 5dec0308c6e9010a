package org.wsproof.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.selection.Patterns;

/** Cases chosen by patterns on their ids: {@code *} is any text, {@code ?} any one character. */
public record Selection(List<Case> catalogue) {
    /**
     * All cases, or those that a pattern names, less those that are excluded; in the catalogue's order.
     *
     * @throws UsageException if a pattern matches no case, or none is left
     */
    public List<Case> chosen(List<String> patterns, List<String> excluded) throws UsageException {
        List<Case> chosen = new ArrayList<>(patterns.isEmpty() ? catalogue : matching("--case", patterns));
        chosen.removeAll(matching("--exclude", excluded));
        if (chosen.isEmpty()) {
            throw new UsageException("no case is left to run; --list shows all");
        }
        return chosen;
    }

    private List<Case> matching(String option, List<String> globs) throws UsageException {
        Patterns patterns = new Patterns(globs);
        Optional<String> inVain = patterns.inVain(catalogue);
        if (inVain.isPresent()) {
            throw new UsageException(option + " '" + inVain.get() + "' matches no case; --list shows all");
        }
        return patterns.in(catalogue);
    }
}
