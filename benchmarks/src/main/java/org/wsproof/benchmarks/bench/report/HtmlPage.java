package org.wsproof.benchmarks.bench.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.wsproof.benchmarks.bench.contenders.Contenders;
import org.wsproof.benchmarks.bench.figures.BenchReport;
import org.wsproof.benchmarks.bench.figures.Result;
import org.wsproof.benchmarks.bench.figures.Setting;

/** A bench as one HTML file that needs nothing else: style and charts stand in it, and it has no script. */
public final class HtmlPage {
    /** Writes the page, which says of itself that it is UTF-8; does not close the writer. */
    public void write(BenchReport report, Writer to) throws IOException {
        String names = report.results().stream()
                .map(result -> result.described().name())
                .collect(Collectors.joining(", "));
        to.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"
                + " img-src data:\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n");
        to.write("<title>" + escaped(names) + " · wsproof bench</title>\n<style>\n" + style()
                + "</style>\n</head>\n<body>\n");
        header(report.setting(), names, to);
        to.write("<main>\n");
        failures(report, to);
        for (Table table : Table.of(report)) {
            section(table, report, to);
        }
        budgets(report, to);
        configurations(report, to);
        to.write("</main>\n</body>\n</html>\n");
        to.flush();
    }

    private static void header(Setting setting, String names, Writer to) throws IOException {
        to.write("<header>\n<p class=\"kit\">wsproof bench</p>\n<h1>" + escaped(names) + "</h1>\n<ul class=\"run\">\n");
        item(setting.machine(), to);
        item(setting.cores(), to);
        item(
                setting.rounds() + " rounds, interleaved; each measurement takes " + setting.sliceMillis()
                        + " ms; medians, and how far the farthest round is from them",
                to);
        for (String remark : setting.remarks()) {
            item(remark, to);
        }
        to.write("</ul>\n</header>\n");
    }

    private static void item(String text, Writer to) throws IOException {
        to.write("<li>" + escaped(text) + "</li>\n");
    }

    private static void section(Table table, BenchReport report, Writer to) throws IOException {
        to.write("<section>\n<h2>" + escaped(table.title()) + "</h2>\n");
        to.write(chart(table, report));
        to.write("<div class=\"wide\"><table>\n<thead><tr><th></th>");
        for (Column column : table.columns()) {
            to.write("<th scope=\"col\">" + escaped(column.name()) + "</th>");
        }
        to.write("<th scope=\"col\">" + escaped(table.compared().name()) + " ÷ " + Contenders.GATEWAY
                + "</th></tr></thead>\n<tbody>\n");
        for (Result result : report.results()) {
            to.write("<tr><th scope=\"row\">" + escaped(result.described().name()) + "</th>");
            for (Column column : table.columns()) {
                to.write("<td>" + escaped(TextReport.cell(column, result)) + "</td>");
            }
            to.write("<td>" + TextReport.ratio(table, report, result) + "</td></tr>\n");
        }
        to.write("</tbody>\n</table></div>\n</section>\n");
    }

    private static String chart(Table table, BenchReport report) {
        return switch (table.key()) {
            case "latency" -> new LatencyChart(report).svg();
            case "tunnels" -> new TunnelsChart(table, report).svg();
            case "idle" -> new BarChart(table, report).svg() + new MemoryChart(report).svg();
            default -> new BarChart(table, report).svg();
        };
    }

    private static void budgets(BenchReport report, Writer to) throws IOException {
        List<Budget.Kept> kept = Budget.of(report);
        if (kept.isEmpty()) {
            return;
        }
        to.write("<section>\n<h2>Budgets</h2>\n<div class=\"wide\"><table class=\"budgets\">\n<thead><tr>");
        for (String head : Budget.HEAD) {
            to.write("<th scope=\"col\">" + escaped(head) + "</th>");
        }
        to.write("</tr></thead>\n<tbody>\n");
        for (Budget.Kept one : kept) {
            List<String> cells = one.cells();
            to.write("<tr><th scope=\"row\">" + escaped(cells.get(0)) + "</th>");
            for (String cell : cells.subList(1, cells.size())) {
                to.write("<td>" + escaped(cell) + "</td>");
            }
            to.write("</tr>\n");
        }
        to.write("</tbody>\n</table></div>\n</section>\n");
    }

    private static void failures(BenchReport report, Writer to) throws IOException {
        for (String warning : report.warnings()) {
            to.write("<p class=\"failure\">" + escaped("Do not rely on these figures: " + warning + ".") + "</p>\n");
        }
        for (Result result : report.results()) {
            if (result.failure().isPresent()) {
                to.write("<p class=\"failure\">"
                        + escaped(result.described().name() + " failed, and was not measured from then on: "
                                + result.failure().get())
                        + "</p>\n");
            }
        }
    }

    private static void configurations(BenchReport report, Writer to) throws IOException {
        to.write("<section>\n<h2>Configurations</h2>\n");
        for (Result result : report.results()) {
            to.write("<details><summary>" + escaped(result.described().title()) + ": "
                    + escaped(result.described().how()) + "</summary>\n<pre tabindex=\"0\">"
                    + escaped(result.described().configuration()) + "</pre></details>\n");
        }
        to.write("</section>\n");
    }

    /** The colour of a contender, by its place. */
    static String colour(BenchReport report, Result result) {
        List<String> names =
                report.results().stream().map(one -> one.described().name()).toList();
        return "c" + names.indexOf(result.described().name()) % 8;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String style() throws IOException {
        try (InputStream in = Objects.requireNonNull(HtmlPage.class.getResourceAsStream("bench.css"), "bench.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
