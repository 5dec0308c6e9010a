package org.wsproof.conformance.targets.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.cases.Catalogue;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.targets.Recipe;

class KnownFailingTest {
    private static final Set<String> IDS = Set.of("close/code", "close/reason");

    @Test
    void idsComeWithTheirReasons() throws IOException {
        KnownFailing known = read("# comment\n\nclose/code   # it says 1006\nclose/reason\n");

        assertThat(known.reasons()).isEqualTo(Map.of("close/code", "it says 1006", "close/reason", ""));
    }

    @Test
    void anUnknownIdIsNamedWithFileAndLine() {
        assertThatThrownBy(() -> read("# comment\nclose/cod # typo\n"))
                .isInstanceOf(IOException.class)
                .hasMessage("list.txt:2: there is no case 'close/cod' (see --list)");
    }

    @Test
    void anIdListedTwiceIsRefused() {
        assertThatThrownBy(() -> read("close/code\nclose/code # again\n"))
                .hasMessage("list.txt:2: 'close/code' is listed twice");
    }

    @Test
    void theShippedListsNameOnlyCasesThatExistAndGiveReasons() throws IOException {
        Set<String> ids = Set.copyOf(Catalogue.all().stream().map(Case::id).toList());
        for (Recipe recipe : NativeProxies.all()) {
            assertThat(KnownFailing.of(recipe, ids))
                    .hasValueSatisfying(
                            known -> assertThat(known.reasons().values()).doesNotContain(""));
        }
    }

    private static KnownFailing read(String text) throws IOException {
        return KnownFailing.read("list.txt", new StringReader(text), IDS);
    }
}
