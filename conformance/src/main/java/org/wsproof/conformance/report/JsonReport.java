package org.wsproof.conformance.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wsproof.conformance.engine.Report;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.transcript.Event;

/** The report that other tools read. Its keys are a contract: some may be added, none renamed. */
public final class JsonReport {
    /** The version of the documents' form. */
    public static final int SCHEMA = 1;

    private final JsonMapper mapper =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Writes the report; does not close the writer. */
    public void write(Report report, Writer to) throws IOException {
        to.write(mapper.writeValueAsString(tree(report)));
        to.write("\n");
        to.flush();
    }

    /** The report as a tree. */
    public ObjectNode tree(Report report) {
        Tally tally = Tally.of(report);
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.putObject("target")
                .put("name", report.target().name())
                .put("version", report.target().version())
                .put(
                        "mode",
                        report.target().mode().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        root.put("seed", report.seed());
        root.put("millis", report.took().toMillis());
        root.put("exit", report.exitCode());
        ObjectNode totals = root.putObject("totals");
        tally.totals().forEach(totals::put);
        report.lost().ifPresent(why -> root.put("lost", why));
        ArrayNode stale = root.putArray("known-but-passed");
        tally.stale().forEach(stale::add);
        root.put("repeat", report.repeat());
        ObjectNode flaky = root.putObject("flaky");
        report.flaky().forEach((id, counts) -> counts.forEach(flaky.putObject(id)::put));
        ArrayNode cases = root.putArray("cases");
        report.results().forEach(result -> cases.add(one(result, report)));
        return root;
    }

    private ObjectNode one(Result result, Report report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", result.subject().id());
        node.put("level", result.subject().level().name());
        node.put("outcome", result.outcome().slug());
        node.put("basis", result.subject().basis().toString());
        node.put("sentence", result.subject().sentence());
        node.put("framing", result.subject().framing().words());
        node.put("profile", result.subject().profile().slug());
        if (report.knownFailure(result)) {
            node.put("known", true);
        }
        ArrayNode facts = node.putArray("facts");
        result.outcome()
                .facts()
                .forEach(fact -> facts.addObject().put("name", fact.name()).put("value", fact.value()));
        node.put("ending", ending(result));
        node.put("millis", result.millis());
        ArrayNode trace = node.putArray("trace");
        result.trace().forEach(event -> trace.add(event(event)));
        return node;
    }

    private static String ending(Result result) {
        return result.endings().isEmpty()
                ? "none"
                : result.endings().stream()
                        .sorted()
                        .map(ending -> ending.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.joining("+"));
    }

    private static ObjectNode event(Event event) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("micros", event.micros())
                .put("peer", event.at().peer().name().toLowerCase(Locale.ROOT))
                .put("tag", event.at().tag())
                .put("what", event.what().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("figure", event.figure())
                .put("text", event.text());
    }
}
