package org.wsproof.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wsproof.conformance.engine.Report;
import org.wsproof.conformance.judge.Fact;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Level;
import org.wsproof.conformance.transcript.Event;
import org.wsproof.conformance.transcript.Event.What;

class HtmlReportTest {
    private static final String HOSTILE =
            "</pre><script>document.title='taken over'</script>\u0000\u001b[31m\ud800 \u202e<é世界&amp;\"'";

    @TempDir
    private Path folder;

    @Test
    void rowsAndFailuresAreThoseOfTheJson() throws IOException {
        Report report = report();
        String html = html(report);
        JsonNode json = json(report);

        assertThat(rows(html, "")).isEqualTo(json.get("cases").size());
        Tally.COLUMNS.forEach(column -> assertThat(rows(html, column))
                .as(column)
                .isEqualTo(json.get("totals").get(column).asInt()));
    }

    @Test
    void nothingInItIsFetched() throws IOException {
        String html = html(report());

        assertThat(html).contains("default-src 'none'").doesNotContain(" src=", "@import", "url(", "<link rel=\"style");
    }

    @Test
    void whatATraceHoldsIsNeverMarkup() throws IOException {
        String html = html(report());

        assertThat(html)
                .doesNotContain("<script>document.title", "\u0000", "\u001b", "\u202e")
                .contains("&lt;script&gt;document.title=&#39;taken over&#39;", "\\x00\\x1b[31m", "é世界&amp;amp;");
    }

    @Test
    void aLongTraceIsWhole() throws IOException {
        assertThat(html(report())).contains("event 0\n", "event 150\n", "event 299\n");
    }

    @Test
    void inABrowserTheFilterWorksTracesOpenAndNobodyComplains() throws IOException, InterruptedException {
        if (Chromium.installed().isEmpty()) {
            System.err.println("NOT TESTED: the HTML report in a browser; there is no Chromium on this machine");
            Assumptions.abort("no Chromium: the HTML report was not tried in a browser");
        }
        String visitor = """
                <script>
                const seen = () => [...document.querySelectorAll('.case')].filter((one) => one.offsetParent).length;
                const told = [seen()];
                document.querySelector('.total.failed').click();
                told.push(seen(), document.querySelectorAll('.total.failed[aria-pressed="true"]').length);
                const one = document.querySelector('.case[data-outcome="failed"]');
                one.querySelector('summary').click();
                told.push(one.open, one.querySelector('.trace').getBoundingClientRect().height > 0);
                document.querySelector('.total').click();
                document.getElementById('text').value = 'HALF-CLOSE kept';
                document.getElementById('text').dispatchEvent(new Event('input'));
                told.push(seen(), document.getElementById('shown').textContent, document.title);
                document.body.dataset.told = told.join('|');
                </script>
                """;
        Report report = report();
        Path page = folder.resolve("report.html");
        Files.writeString(page, html(report).replace("</body>", visitor + "</body>"));

        Chromium.Loaded loaded = Chromium.installed().orElseThrow().load(page, folder);

        int all = report.results().size();
        assertThat(loaded.dom())
                .contains("data-told=\"" + all + "|2|1|true|true|1|1 of " + all + " cases|nginx 1.22.1 · wsproof\"");
        assertThat(loaded.complaints()).isEmpty();
    }

    private static Report report() {
        Stream<Result> some = Stream.of(
                Samples.passed("handshake/basic"),
                Samples.failed("handshake/a"),
                Samples.failed("close/known"),
                Samples.warned("close/b"),
                Samples.observed("lifecycle/c"),
                hostile());
        Stream<Result> more = IntStream.range(0, 50).mapToObj(i -> Samples.passed("passthrough/case-" + i));
        return Samples.report(Set.of("close/known"), Stream.concat(some, more).toArray(Result[]::new));
    }

    private static Result hostile() {
        Result bare = Samples.result(
                "handshake/hostile", Level.MUST, new Outcome.Failed(List.of(new Fact("but was", HOSTILE))));
        Stream<Event> events =
                IntStream.range(0, 300).mapToObj(i -> new Event(i, Endpoint.client("a"), What.FRAME, 0, "event " + i));
        List<Event> trace = Stream.concat(Stream.of(new Event(0, Endpoint.client("a"), What.HEAD, 0, HOSTILE)), events)
                .toList();
        return new Result(bare.subject(), bare.outcome(), bare.endings(), 1, trace);
    }

    private static String html(Report report) throws IOException {
        StringWriter out = new StringWriter();
        ZonedDateTime then = ZonedDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC);
        new HtmlReport(new HtmlReport.About("./wsproof check", Map.of("close/known", HOSTILE), then))
                .write(report, out);
        return out.toString();
    }

    private static JsonNode json(Report report) throws IOException {
        StringWriter out = new StringWriter();
        new JsonReport().write(report, out);
        return JsonMapper.builder().build().readTree(out.toString());
    }

    private static long rows(String html, String column) {
        return html.lines()
                .filter(line -> line.startsWith("<details class=\"case\""))
                .filter(line -> column.isEmpty() || line.contains("data-outcome=\"" + column + "\""))
                .count();
    }
}
