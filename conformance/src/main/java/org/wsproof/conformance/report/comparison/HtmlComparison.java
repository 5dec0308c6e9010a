package org.wsproof.conformance.report.comparison;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.wsproof.conformance.report.HtmlPage;
import org.wsproof.conformance.report.HtmlText;

/**
 * A comparison as one HTML file that needs nothing else: a matrix with a row a case and a column a target. A cell opens that run's
 * facts and trace, a case's id its explanation. Without its script the matrix reads all the same, but nothing opens.
 */
public final class HtmlComparison {
    private final About about;

    public HtmlComparison(About about) {
        this.about = about;
    }

    /** Writes it; does not close the writer. */
    public void write(Comparison comparison, Writer to) throws IOException {
        String title =
                comparison.columns().size() + " proxies, " + comparison.cases().size() + " cases";
        new HtmlPage(title, List.of("report.css", "comparison.css"), "comparison.js")
                .write(
                        body -> {
                            header(title, comparison, body);
                            summary(comparison, body);
                            legend(comparison, body);
                            filter(comparison, body);
                            new HtmlMatrix(comparison).write(body);
                            dialog(body);
                            body.write("<script type=\"application/json\" id=\"data\">"
                                    + new PageData(comparison).json() + "</script>\n");
                        },
                        to);
    }

    private void header(String title, Comparison comparison, Writer to) throws IOException {
        to.write("<header>\n<p class=\"kit\">wsproof compare</p>\n<h1>" + title + "</h1>\n");
        for (String complaint : comparison.complaints()) {
            to.write("<p class=\"verdict bad\"><strong>" + HtmlText.of(complaint) + "</strong></p>\n");
        }
        to.write("<dl class=\"run\">\n");
        row("Written", about.date(), to);
        row("Seed", Long.toString(comparison.seed()), to);
        row("Command", about.command(), to);
        to.write("</dl>\n<p>No list of known failures was applied: this is what each did.</p>\n</header>\n");
    }

    private static void row(String name, String value, Writer to) throws IOException {
        to.write("<div><dt>" + name + "</dt><dd>" + HtmlText.of(value) + "</dd></div>\n");
    }

    private static void summary(Comparison comparison, Writer to) throws IOException {
        Summary summary = new Summary(comparison);
        List<List<String>> columns = new ArrayList<>();
        for (int i = 0; i < comparison.columns().size(); i++) {
            columns.add(summary.counts(i));
        }
        to.write("""
                <h2>By suite</h2>
                <div class="scroll" tabindex="0" role="region" aria-label="Counts by suite">
                <table class="counts">
                """);
        HtmlMatrix.heading("suite", comparison, to);
        to.write("<tbody>\n");
        for (int row = 0; row < summary.names().size(); row++) {
            String name = summary.names().get(row);
            to.write("<tr" + (name.equals(Summary.ALL) ? " class=\"all\"" : "") + "><th scope=\"row\">"
                    + HtmlText.of(name) + "</th>");
            for (List<String> column : columns) {
                to.write("<td>" + HtmlText.of(column.get(row)) + "</td>");
            }
            to.write("</tr>\n");
        }
        to.write("</tbody>\n</table>\n</div>\n");
    }

    private static void legend(Comparison comparison, Writer to) throws IOException {
        to.write("<ul class=\"legend\">\n");
        for (Mark mark : comparison.marks()) {
            to.write("<li><span class=\"outcome " + mark.slug() + "\">" + mark.sign() + " " + mark.words() + "</span> "
                    + mark.meaning() + "</li>\n");
        }
        to.write("</ul>\n");
    }

    private static void filter(Comparison comparison, Writer to) throws IOException {
        int all = comparison.cases().size();
        to.write("<h2>Case by case</h2>\n<form class=\"filter\" role=\"search\">\n"
                + "<label class=\"text\">Text <input id=\"text\" type=\"search\" autocomplete=\"off\""
                + " placeholder=\"id, sentence, level, basis, what was observed\"></label>\n"
                + "<label>Somebody <select id=\"outcome\"><option value=\"\">did anything</option>");
        for (Mark mark : comparison.marks()) {
            to.write("<option value=\"" + mark.slug() + "\">" + mark.sign() + " " + mark.words() + "</option>");
        }
        to.write("</select></label>\n<label title=\"Where those that were judged did not all do the same\">"
                + "<input id=\"differences\" type=\"checkbox\"> Only differences</label>\n"
                + "<p id=\"shown\" role=\"status\">" + all + " of " + all + " cases</p>\n</form>\n");
    }

    private static void dialog(Writer to) throws IOException {
        to.write("""
                <dialog id="told" aria-labelledby="told-case">
                <form method="dialog"><button>Close</button></form>
                <h2 id="told-case"></h2>
                <p class="sentence" id="told-sentence"></p>
                <nav id="told-targets" aria-label="Proxies"></nav>
                <div id="told-body"></div>
                </dialog>
                """);
    }
}
