package org.wsproof.conformance.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.wsproof.conformance.engine.Report;
import org.wsproof.conformance.judge.Fact;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Basis;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.words.BasisText;
import org.wsproof.conformance.words.BugReference;
import org.wsproof.conformance.words.Contracts;

/** One case in the HTML report: a row, and what it opens to. */
final class HtmlCase {
    private final Report report;
    private final HtmlReport.About about;
    private final Contracts contracts = Contracts.packed();

    HtmlCase(Report report, HtmlReport.About about) {
        this.report = report;
        this.about = about;
    }

    void write(Result result, Writer to) throws IOException {
        Case subject = result.subject();
        String column = report.knownFailure(result) ? "known" : result.outcome().slug();
        to.write("<details class=\"case\" id=\"" + HtmlText.of(subject.id()) + "\" data-outcome=\"" + column
                + "\" data-suite=\"" + HtmlText.of(subject.suite()) + "\">\n<summary>");
        to.write("<span class=\"outcome " + column + "\">" + column + "</span>");
        to.write("<span class=\"id\">" + HtmlText.of(subject.id()) + "</span>");
        to.write("<span class=\"level\">" + subject.level() + "</span>");
        to.write("<span class=\"basis\">" + HtmlText.of(subject.basis().toString()) + "</span>");
        to.write("<span class=\"millis\">" + result.millis() + " ms</span></summary>\n<div class=\"told\">\n");
        to.write("<p class=\"sentence\">" + HtmlText.of(subject.sentence()) + "</p>\n");
        known(result, column, to);
        facts(result.outcome().facts(), to);
        why(subject, to);
        basis(subject, to);
        trace(result, to);
        to.write("<h3>Again</h3>\n<pre class=\"again\" tabindex=\"0\">"
                + HtmlText.of(about.command() + " --seed " + report.seed() + " --case " + subject.id())
                + "</pre>\n</div>\n</details>\n");
    }

    private void known(Result result, String column, Writer to) throws IOException {
        String reason = about.reasons().getOrDefault(result.subject().id(), "");
        if (column.equals("known")) {
            to.write("<p class=\"note\">Known to fail" + (reason.isEmpty() ? "." : ": " + HtmlText.of(reason))
                    + "</p>\n");
        } else if (report.stale().contains(result)) {
            to.write("<p class=\"note\">Listed as known to fail, but passed: take it off the list.</p>\n");
        }
    }

    private static void facts(List<Fact> facts, Writer to) throws IOException {
        if (facts.isEmpty()) {
            return;
        }
        to.write("<h3>Facts</h3>\n<dl class=\"facts\">\n");
        for (Fact fact : facts) {
            to.write(
                    "<div><dt>" + HtmlText.of(fact.name()) + "</dt><dd>" + HtmlText.of(fact.value()) + "</dd></div>\n");
        }
        to.write("</dl>\n");
    }

    private static void why(Case subject, Writer to) throws IOException {
        if (subject.why().text().isEmpty()) {
            return;
        }
        to.write("<h3>Why it matters</h3>\n<p>" + HtmlText.of(subject.why().text()) + "</p>\n");
        if (!subject.why().bugs().isEmpty()) {
            String bugs = subject.why().bugs().stream()
                    .map(BugReference::of)
                    .map(bug -> link(bug.name(), bug.url()))
                    .collect(Collectors.joining(", "));
            to.write("<p>Seen in " + bugs + ".</p>\n");
        }
    }

    private void basis(Case subject, Writer to) throws IOException {
        String text = BasisText.of(subject.basis());
        boolean rfc = subject.basis() instanceof Basis.Rfc;
        to.write("<h3>Basis</h3>\n<p>" + (rfc ? link(text, BasisText.address(subject.basis())) : HtmlText.of(text))
                + " · profile " + subject.profile().slug() + "</p>\n");
        if (!rfc) {
            to.write("<blockquote>" + HtmlText.of(contracts.text(subject.basis())) + "</blockquote>\n");
        }
    }

    private static void trace(Result result, Writer to) throws IOException {
        if (result.trace().isEmpty()) {
            return;
        }
        to.write("<h3>Trace</h3>\n<pre class=\"trace\" tabindex=\"0\" aria-label=\"Trace\">");
        for (Iterator<String> lines = Trace.whole(result.trace()).iterator(); lines.hasNext(); ) {
            to.write(HtmlText.of(lines.next()));
            to.write('\n');
        }
        to.write("</pre>\n");
    }

    private static String link(String text, String address) {
        return "<a href=\"" + HtmlText.of(address) + "\" rel=\"noreferrer\">" + HtmlText.of(text) + "</a>";
    }
}
