package org.wsproof.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.wsproof.conformance.engine.Report;
import org.wsproof.conformance.judge.Fact;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Level;
import org.xml.sax.SAXException;

class JunitReportTest {
    @Test
    void suitesAndCasesKeepTheReportsOrder() throws IOException {
        Element root = parsed(Samples.report(
                Set.of(), Samples.passed("handshake/b"), Samples.passed("close/z"), Samples.passed("close/a")));

        assertThat(elements(root, "testsuite"))
                .extracting(suite -> suite.getAttribute("name"))
                .containsExactly("wsproof.handshake", "wsproof.close");
        assertThat(elements(root, "testcase"))
                .extracting(one -> one.getAttribute("classname") + " " + one.getAttribute("name"))
                .containsExactly("wsproof.handshake b", "wsproof.close z", "wsproof.close a");
        assertThat(elements(root, "testcase").get(0).getAttribute("time")).isEqualTo("0.003");
        assertThat(root.getAttribute("time")).isEqualTo("1.234");
    }

    @Test
    void aBrokenMustIsAFailureWithItsFactsAndItsTrace() throws IOException {
        Element failure = only(Samples.report(Set.of(), Samples.failed("close/x")), "failure");

        assertThat(failure.getAttribute("message")).isEqualTo("expected: status 502; but was: 101; at: client a");
        assertThat(failure.getAttribute("type")).isEqualTo("failed");
        assertThat(failure.getTextContent())
                .contains("RFC 6455 §4.1", "expected: status 502\nbut was: 101\n", "client>")
                .contains("101 Switching Protocols");
    }

    @Test
    void aWarningIsToldAndFailsNothing() throws IOException {
        Element root = parsed(Samples.report(Set.of(), Samples.warned("headers/via"), Samples.observed("close/half")));

        assertThat(totals(root)).containsExactly("2", "0", "0", "0");
        assertThat(elements(root, "system-out"))
                .extracting(Element::getTextContent)
                .satisfiesExactly(
                        warned -> assertThat(warned).startsWith("warning: ").contains("but was: none"),
                        observed -> assertThat(observed).isEqualTo("observed: half-close kept"));
    }

    @Test
    void whatAccusesNobodyIsAnErrorAndWhatWasNotTestedIsSkipped() throws IOException {
        List<Fact> facts = List.of(new Fact("needs", "short-timers"));
        Element root = parsed(Samples.report(
                Set.of(),
                of("close/a", new Outcome.HarnessFault(facts)),
                of("close/b", new Outcome.SetupFailed(facts)),
                of("close/c", new Outcome.NotApplicable(facts)),
                of("close/d", new Outcome.Blocked(facts))));

        assertThat(totals(root)).containsExactly("4", "0", "2", "2");
        assertThat(totals(elements(root, "testsuite").get(0))).containsExactly("4", "0", "2", "2");
        assertThat(elements(root, "error"))
                .extracting(error -> error.getAttribute("type"))
                .containsExactly("harness-fault", "setup-failed");
        assertThat(elements(root, "skipped"))
                .extracting(skipped -> skipped.getAttribute("message"))
                .containsExactly("not-applicable, needs: short-timers", "blocked, needs: short-timers");
    }

    @Test
    void aKnownFailureIsSkippedWithItsReasonAndOneThatPassedFails() throws IOException {
        Report report =
                Samples.report(Set.of("close/x", "close/y"), Samples.failed("close/x"), Samples.passed("close/y"));
        Element root = parsed(report, Map.of("close/x", "its parser is old"));

        assertThat(totals(root)).containsExactly("2", "1", "0", "1");
        assertThat(elements(root, "skipped").get(0).getAttribute("message")).isEqualTo("known: its parser is old");
        assertThat(elements(root, "failure").get(0).getAttribute("message"))
                .isEqualTo("listed as known to fail, but passed");
    }

    @Test
    void whateverATargetSendsTheReportIsXml() throws IOException {
        String sent = "]]> <b> & \" ' \u0000 \u001f \u007f \u0085 \r \n \t naïve – \ud83d\ude00 \ud800 \ufffe";
        Result result = of("close/x", new Outcome.Failed(List.of(new Fact("but was", sent))));

        Element failure = only(Samples.report(Set.of(), result), "failure");

        assertThat(failure.getAttribute("message"))
                .isEqualTo("but was: ]]> <b> & \" ' \\u0000 \\u001f \\u007f \\u0085 \\u000d \\u000a \\u0009"
                        + " naïve – \ud83d\ude00 \\ud800 \\ufffe");
        assertThat(failure.getTextContent())
                .contains("but was: ]]> <b> & \" ' \\u0000 \\u001f \\u007f \\u0085 \\u000d \n \t"
                        + " naïve – \ud83d\ude00 \\ud800 \\ufffe");
    }

    private static Result of(String id, Outcome outcome) {
        return Samples.result(id, Level.MUST, outcome);
    }

    private static List<String> totals(Element element) {
        return List.of(
                element.getAttribute("tests"),
                element.getAttribute("failures"),
                element.getAttribute("errors"),
                element.getAttribute("skipped"));
    }

    private static Element only(Report report, String name) throws IOException {
        List<Element> found = elements(parsed(report), name);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<Element> elements(Element root, String name) {
        NodeList found = root.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Element parsed(Report report) throws IOException {
        return parsed(report, Map.of());
    }

    private static Element parsed(Report report, Map<String, String> reasons) throws IOException {
        StringWriter text = new StringWriter();
        new JunitReport(reasons).write(report, text);
        byte[] octets = text.toString().getBytes(StandardCharsets.UTF_8);
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(octets))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }
}
