package org.wsproof.conformance.report.comparison;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.report.HtmlText;
import org.wsproof.conformance.report.comparison.Comparison.Row;

/** The matrix itself: rows by suite, a column a target. */
record HtmlMatrix(Comparison comparison) {
    void write(Writer to) throws IOException {
        to.write("""
                <div class="scroll matrix" tabindex="0" role="region" aria-label="Case by case">
                <table class="cells">
                """);
        heading("case", comparison, to);
        List<Row> rows = comparison.rows();
        for (String suite : comparison.suites()) {
            to.write("<tbody data-suite=\"" + HtmlText.of(suite)
                    + "\">\n<tr class=\"suite\"><th scope=\"rowgroup\" colspan=\""
                    + (comparison.columns().size() + 1) + "\"><span>" + HtmlText.of(suite) + "</span></th></tr>\n");
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).subject().suite().equals(suite)) {
                    row(i, rows.get(i), to);
                }
            }
            to.write("</tbody>\n");
        }
        to.write("</table>\n<p class=\"none\" hidden>No case is left: widen the filter.</p>\n</div>\n");
    }

    /** A column's head is name and version. */
    static void heading(String first, Comparison comparison, Writer to) throws IOException {
        to.write("<thead>\n<tr><th scope=\"col\">" + first + "</th>");
        for (Column column : comparison.columns()) {
            to.write("<th scope=\"col\">" + HtmlText.of(column.name()) + " <span class=\"version\">"
                    + HtmlText.of(column.version()) + "</span></th>");
        }
        to.write("</tr>\n</thead>\n");
    }

    /** {@code number} is the case's place in the plan, by which the script finds what it tells. */
    private void row(int number, Row row, Writer to) throws IOException {
        Case subject = row.subject();
        String words = subject.id().substring(subject.suite().length() + 1);
        to.write("<tr id=\"" + HtmlText.of(subject.id()) + "\" data-row=\"" + number + "\" data-differs=\""
                + row.differs()
                + "\"><th scope=\"row\"><button type=\"button\" title=\"" + HtmlText.of(subject.sentence()) + "\">"
                + HtmlText.of(words) + "</button> <span class=\"level\">" + subject.level() + "</span></th>");
        for (int i = 0; i < row.cells().size(); i++) {
            cell(row, i, to);
        }
        to.write("</tr>\n");
    }

    private void cell(Row row, int column, Writer to) throws IOException {
        Cell cell = row.cells().get(column);
        String name = comparison.columns().get(column).name();
        to.write("<td class=\"outcome " + cell.mark().slug() + "\" data-outcome=\""
                + cell.mark().slug() + "\" data-column=\"" + column + "\"><button type=\"button\" aria-label=\""
                + HtmlText.of(row.subject().id() + " at " + name + ": "
                        + cell.mark().words() + (cell.observed().isEmpty() ? "" : ", " + cell.observed()))
                + "\"><span class=\"sign\">" + cell.mark().sign() + "</span> <span class=\"words\">"
                + HtmlText.of(cell.words()) + "</span></button></td>");
    }
}
