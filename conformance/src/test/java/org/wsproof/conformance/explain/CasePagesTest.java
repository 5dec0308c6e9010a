package org.wsproof.conformance.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.cases.Catalogue;

class CasePagesTest {
    private static final Path FOLDER = Path.of("..", "docs", "cases");

    /** With {@code -Dwsproof.pages=write} the pages are written first. */
    @Test
    void thePagesSayWhatTheCasesSay() throws IOException {
        if ("write".equals(System.getProperty("wsproof.pages"))) {
            CasePages.write(FOLDER);
        }
        Map<String, String> pages = CasePages.of(Catalogue.all());
        Map<String, String> there = there();
        String again = "docs/cases is out of date; this writes it anew: " + CasePages.COMMAND;
        assertThat(there.keySet()).as(again).isEqualTo(pages.keySet());
        pages.forEach((name, text) -> assertThat(there.get(name)).as(again).isEqualTo(text));
    }

    @Test
    void eachSuiteHasItsPageAndTheIndexLeadsToEachCase() {
        Map<String, String> pages = CasePages.of(Catalogue.all());

        assertThat(pages).containsKey("README.md").hasSize(Catalogue.suites().size() + 1);
        assertThat(Catalogue.all()).allSatisfy(one -> {
            assertThat(pages.get(one.suite() + ".md")).contains("\n## " + one.id() + "\n");
            assertThat(pages.get("README.md"))
                    .contains("(" + one.suite() + ".md#" + one.id().replace("/", "") + ")");
        });
    }

    private static Map<String, String> there() throws IOException {
        Map<String, String> there = new TreeMap<>();
        if (Files.isDirectory(FOLDER)) {
            try (Stream<Path> pages = Files.list(FOLDER)) {
                for (Path page : pages.toList()) {
                    there.put(page.getFileName().toString(), Files.readString(page));
                }
            }
        }
        return there;
    }
}
