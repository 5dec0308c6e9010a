package org.wsproof.conformance.report;

import java.io.IOException;
import java.io.Writer;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wsproof.conformance.engine.Report;
import org.wsproof.conformance.judge.Result;

/**
 * The report as one HTML file that needs nothing else: style and script stand in it, and its content policy lets it ask
 * nobody for anything. It reads without its script too, which only filters.
 */
public final class HtmlReport {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private final About about;

    /**
     * What a report does not know of itself.
     *
     * @param command what was typed, to be repeated with {@code --case}
     * @param reasons why a case is known to fail, by id
     * @param written when the report is written
     */
    public record About(String command, Map<String, String> reasons, ZonedDateTime written) {}

    public HtmlReport(About about) {
        this.about = about;
    }

    /** Writes the report, which says of itself that it is UTF-8; does not close the writer. */
    public void write(Report report, Writer to) throws IOException {
        Tally tally = Tally.of(report);
        String target = (report.target().name() + " " + report.target().version()).strip();
        new HtmlPage(target, List.of("report.css"), "report.js")
                .write(
                        body -> {
                            header(report, tally, target, body);
                            totals(report, tally, body);
                            filter(report, tally, body);
                            cases(report, tally, body);
                        },
                        to);
    }

    private void header(Report report, Tally tally, String target, Writer to) throws IOException {
        String[] verdict = Verdict.of(report, tally, new Style(false)).split("\\R", 2);
        to.write("<header>\n<p class=\"kit\">wsproof check</p>\n<h1>" + HtmlText.of(target) + "</h1>\n");
        to.write("<p class=\"verdict " + (report.exitCode() == 0 ? "good" : "bad") + "\"><strong>"
                + HtmlText.of(verdict[0]) + "</strong><br>" + HtmlText.of(verdict[1]) + "</p>\n<dl class=\"run\">\n");
        row("Mode", report.target().mode().name().toLowerCase(Locale.ROOT).replace('_', '-'), to);
        row("Written", DATE.format(about.written()), to);
        row("Took", String.format(Locale.ROOT, "%.1f s", report.took().toMillis() / 1000.0), to);
        row("Seed", Long.toString(report.seed()), to);
        row("Command", about.command(), to);
        to.write("</dl>\n</header>\n");
    }

    private static void row(String name, String value, Writer to) throws IOException {
        to.write("<div><dt>" + name + "</dt><dd>" + HtmlText.of(value) + "</dd></div>\n");
    }

    private static void totals(Report report, Tally tally, Writer to) throws IOException {
        to.write("<nav class=\"totals\" aria-label=\"Outcomes\">\n");
        total("", "all", report.results().size(), to);
        for (String column : Tally.COLUMNS) {
            if (tally.count(column) > 0 || column.equals("passed") || column.equals("failed")) {
                total(column, column, tally.count(column), to);
            }
        }
        to.write("</nav>\n");
    }

    private static void total(String column, String name, int count, Writer to) throws IOException {
        to.write("<button type=\"button\" class=\"total " + column + "\" data-outcome=\"" + column
                + "\" aria-pressed=\"" + column.isEmpty() + "\"><b>" + count + "</b> " + name + "</button>\n");
    }

    private static void filter(Report report, Tally tally, Writer to) throws IOException {
        to.write(
                "<form class=\"filter\" role=\"search\">\n<label>Suite <select id=\"suite\"><option value=\"\">all</option>");
        for (String suite : tally.suites().keySet()) {
            to.write("<option>" + HtmlText.of(suite) + "</option>");
        }
        to.write("</select></label>\n<label class=\"text\">Text <input id=\"text\" type=\"search\" autocomplete=\"off\""
                + " placeholder=\"id, sentence, fact\"></label>\n"
                + "<button type=\"button\" id=\"unfold\">Open all shown</button>\n<p id=\"shown\" role=\"status\">"
                + report.results().size() + " of " + report.results().size() + " cases</p>\n</form>\n");
    }

    private void cases(Report report, Tally tally, Writer to) throws IOException {
        HtmlCase one = new HtmlCase(report, about);
        to.write("<main>\n");
        for (String suite : tally.suites().keySet()) {
            to.write("<section class=\"suite\">\n<h2>" + HtmlText.of(suite) + "</h2>\n");
            for (Result result : report.results()) {
                if (result.subject().suite().equals(suite)) {
                    one.write(result, to);
                }
            }
            to.write("</section>\n");
        }
        to.write("<p class=\"none\" hidden>No case is left: widen the filter.</p>\n</main>\n");
    }
}
