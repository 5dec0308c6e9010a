package org.wsproof.conformance.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.wsproof.conformance.engine.Report;
import org.wsproof.conformance.judge.Result;

/**
 * The report in the XML that build servers read: a suite a test suite, a case a test case, in the catalogue's order. A
 * warning is told and fails nothing; a case known to fail counts as skipped, and one that passed all the same as failed.
 */
public final class JunitReport {
    private final Map<String, String> reasons;

    /** @param reasons why a case is known to fail, by id */
    public JunitReport(Map<String, String> reasons) {
        this.reasons = reasons;
    }

    /** Writes the report, which says of itself that it is UTF-8; does not close the writer. */
    public void write(Report report, Writer to) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(to);
            xml.writeStartDocument("UTF-8", "1.0");
            write(report, xml);
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("the report is no XML: " + e.getMessage(), e);
        }
    }

    private void write(Report report, XMLStreamWriter xml) throws XMLStreamException {
        Map<String, List<JunitCase>> suites = new LinkedHashMap<>();
        for (Result result : report.results()) {
            suites.computeIfAbsent(result.subject().suite(), suite -> new ArrayList<>())
                    .add(JunitCase.of(result, report.known(), reasons));
        }
        begin(xml, 0, "testsuites");
        String target = report.target().name() + " " + report.target().version();
        attribute(xml, "name", "wsproof check: " + target.strip());
        totals(xml, suites.values().stream().flatMap(List::stream).toList());
        attribute(xml, "time", seconds(report.took().toMillis()));
        for (Map.Entry<String, List<JunitCase>> suite : suites.entrySet()) {
            suite(xml, "wsproof." + suite.getKey(), suite.getValue());
        }
        end(xml, 0);
    }

    private static void suite(XMLStreamWriter xml, String name, List<JunitCase> cases) throws XMLStreamException {
        begin(xml, 1, "testsuite");
        attribute(xml, "name", name);
        totals(xml, cases);
        long millis = cases.stream().mapToLong(one -> one.result().millis()).sum();
        attribute(xml, "time", seconds(millis));
        for (JunitCase one : cases) {
            begin(xml, 2, "testcase");
            attribute(xml, "classname", name);
            attribute(xml, "name", one.name());
            attribute(xml, "time", seconds(one.result().millis()));
            if (one.kind() != JunitCase.Kind.GOOD) {
                outcome(xml, one);
            }
            end(xml, 2);
        }
        end(xml, 1);
    }

    private static void outcome(XMLStreamWriter xml, JunitCase one) throws XMLStreamException {
        begin(xml, 3, one.kind().element());
        if (!one.message().isEmpty()) {
            attribute(xml, "message", one.message());
        }
        if (one.kind().accuses()) {
            attribute(xml, "type", one.result().outcome().slug());
        }
        xml.writeCharacters(XmlText.content(one.text()));
        xml.writeEndElement();
    }

    private static void totals(XMLStreamWriter xml, List<JunitCase> cases) throws XMLStreamException {
        attribute(xml, "tests", String.valueOf(cases.size()));
        attribute(xml, "failures", count(cases, JunitCase.Kind.FAILURE));
        attribute(xml, "errors", count(cases, JunitCase.Kind.ERROR));
        attribute(xml, "skipped", count(cases, JunitCase.Kind.SKIPPED));
    }

    private static String count(List<JunitCase> cases, JunitCase.Kind kind) {
        return String.valueOf(cases.stream().filter(one -> one.kind() == kind).count());
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.attribute(value));
    }

    private static void begin(XMLStreamWriter xml, int depth, String name) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeStartElement(name);
    }

    private static void end(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeEndElement();
    }
}
