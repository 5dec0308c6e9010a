package org.wsproof.conformance.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wsproof.conformance.report.Chromium;

class HtmlComparisonTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Does what a reader does, and writes down what is to be seen then. */
    private static final String VISITOR = """
            <script>
            const rows = () => [...document.querySelectorAll('tr[data-row]')].filter((one) => one.offsetParent);
            const enter = (id, to) => {
              const input = document.getElementById(id);
              if (input.type === 'checkbox') { input.checked = to; } else { input.value = to; }
              input.dispatchEvent(new Event('input'));
            };
            const told = {};
            told.cells = rows().map((row) => [row.id, ...[...row.querySelectorAll('td')].map((cell) =>
              cell.dataset.outcome + ' ' + cell.querySelector('.sign').textContent)]);
            enter('differences', true);
            told.differing = rows().map((row) => row.id);
            enter('differences', false);
            enter('text', 'CLOSE both');
            told.found = rows().map((row) => row.id);
            told.shown = document.getElementById('shown').textContent;
            enter('text', 'no such words');
            told.none = document.querySelector('.none').offsetParent !== null;
            enter('text', '');
            enter('outcome', 'blocked');
            told.blocked = rows().map((row) => row.id);
            enter('outcome', '');
            document.querySelector('tr[id="handshake/worse"] td[data-outcome="failed"] button').click();
            told.failed = document.getElementById('told').innerText;
            document.querySelectorAll('#told-targets button')[3].click();
            told.notRun = document.getElementById('told').innerText;
            document.getElementById('told').close();
            document.querySelector('tr[id="handshake/worse"] th button').click();
            told.explained = document.getElementById('told').innerText;
            told.open = document.getElementById('told').open;
            told.title = document.title;
            told.requests = performance.getEntriesByType('resource').length;
            document.body.dataset.told = JSON.stringify(told);
            </script>
            """;

    @TempDir
    private Path folder;

    private final Comparison three = Three.comparison();

    @Test
    void nothingInItIsFetched() throws IOException {
        assertThat(html())
                .contains("default-src 'none'")
                .doesNotContain(" src=", "@import", "url(", "<link rel=\"style");
    }

    @Test
    void whatATargetSaysIsNeverMarkup() throws IOException {
        assertThat(html())
                .doesNotContain("<script>document.title", "\u0000", "\u202e")
                .contains("&lt;script&gt;document.title=&#39;taken over&#39;");
    }

    @Test
    void inABrowserTheCellsAreTheJsonsAndOpenAndTheFiltersWork() throws IOException, InterruptedException {
        JsonNode told = visited();

        assertThat(told.get("cells")).isEqualTo(JSON.valueToTree(cellsOfJson()));
        assertThat(told.get("differing")).isEqualTo(ids("handshake/worse", "close/other-way"));
        assertThat(told.get("found")).isEqualTo(ids("close/other-way"));
        assertThat(told.get("shown").asText()).isEqualTo("1 of 8 cases");
        assertThat(told.get("none").asBoolean()).isTrue();
        assertThat(told.get("blocked")).isEqualTo(ids("close/blocked"));
        assertThat(told.get("failed").asText())
                .contains("✗ failed one 1.22.1", "status 502", "101", "client>", "GET /?wsproof=a HTTP/1.1")
                .contains("./wsproof check --recipe one --seed 7 --case handshake/worse");
        assertThat(told.get("notRun").asText()).contains("three could not be started: three is not installed");
        assertThat(told.get("explained").asText()).contains("What is sent", "RFC 6455");
        assertThat(told.get("open").asBoolean()).isTrue();
        assertThat(told.get("title").asText()).isEqualTo("3 proxies, 8 cases · wsproof");
        assertThat(told.get("requests").asInt()).isZero();
    }

    private JsonNode visited() throws IOException, InterruptedException {
        if (Chromium.installed().isEmpty()) {
            System.err.println("NOT TESTED: the comparison in a browser; there is no Chromium on this machine");
            Assumptions.abort("no Chromium: the comparison was not tried in a browser");
        }
        Path page = folder.resolve("comparison.html");
        Files.writeString(page, html().replace("</body>", VISITOR + "</body>"));
        Chromium.Loaded loaded = Chromium.installed().orElseThrow().load(page, folder);
        assertThat(loaded.complaints()).isEmpty();
        String start = "data-told=\"";
        int from = loaded.dom().indexOf(start) + start.length();
        String text = loaded.dom().substring(from, loaded.dom().indexOf('"', from));
        return JSON.readTree(text.replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&"));
    }

    /** The matrix as the JSON report has it: a row a case, its id first. */
    private List<List<String>> cellsOfJson() throws IOException {
        StringWriter out = new StringWriter();
        new JsonComparison().write(three, out);
        JsonNode targets = JSON.readTree(out.toString()).get("targets");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < three.cases().size(); i++) {
            List<String> row = new ArrayList<>(List.of(three.cases().get(i).id()));
            for (JsonNode target : targets) {
                String outcome = target.has("not-started")
                        ? "not-run"
                        : target.at("/cases/" + i + "/outcome").asText();
                row.add(outcome + " " + sign(outcome));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String sign(String slug) {
        return List.of(Mark.values()).stream()
                .filter(mark -> mark.slug().equals(slug))
                .findFirst()
                .orElseThrow()
                .sign();
    }

    private static JsonNode ids(String... ids) {
        return JSON.valueToTree(ids);
    }

    private String html() throws IOException {
        StringWriter out = new StringWriter();
        new HtmlComparison(Three.ABOUT).write(three, out);
        return out.toString();
    }
}
