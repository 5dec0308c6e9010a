package org.wsproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.model.Basis;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Level;
import org.wsproof.conformance.model.Profile;

class SelectionTest {
    private final Selection selection =
            new Selection(List.of(named("handshake/a"), named("handshake/b"), named("close/a"), named("close/a.b")));

    @Test
    void withoutPatternsItIsAllOfThem() throws UsageException {
        assertThat(ids(List.of(), List.of())).hasSize(4);
    }

    @Test
    void patternsAddUpInTheCataloguesOrder() throws UsageException {
        assertThat(ids(List.of("close/?", "handshake/*"), List.of()))
                .containsExactly("handshake/a", "handshake/b", "close/a");
    }

    @Test
    void exclusionWins() throws UsageException {
        assertThat(ids(List.of("*/a*"), List.of("close/*"))).containsExactly("handshake/a");
    }

    @Test
    void aDotIsADot() throws UsageException {
        assertThat(ids(List.of("close/a.b"), List.of())).containsExactly("close/a.b");
    }

    private List<String> ids(List<String> patterns, List<String> excluded) throws UsageException {
        return selection.chosen(patterns, excluded).stream().map(Case::id).toList();
    }

    private static Case named(String id) {
        return new Case(
                id,
                "It holds.",
                Level.MUST,
                new Basis.Contract("anchor"),
                Profile.PLAIN,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Case.Why.UNTOLD,
                new Case.Framing.AsEver());
    }
}
