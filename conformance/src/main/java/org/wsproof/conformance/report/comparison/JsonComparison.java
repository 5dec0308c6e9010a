package org.wsproof.conformance.report.comparison;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import org.wsproof.conformance.report.JsonReport;
import org.wsproof.conformance.report.Tally;

/**
 * A comparison for other tools: the documents of {@link JsonReport} side by side, each with the name it was {@code asked} for by. One
 * that could not be started has {@code not-started}, and no cases. Its keys are a contract: some may be added, none renamed.
 */
public final class JsonComparison {
    private final JsonMapper mapper =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final JsonReport reports = new JsonReport();

    /** Writes it; does not close the writer. */
    public void write(Comparison comparison, Writer to) throws IOException {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", JsonReport.SCHEMA);
        root.put("exit", comparison.exitCode());
        ArrayNode targets = root.putArray("targets");
        comparison.columns().forEach(column -> targets.add(one(column, comparison)));
        to.write(mapper.writeValueAsString(root));
        to.write("\n");
        to.flush();
    }

    private ObjectNode one(Column column, Comparison comparison) {
        ObjectNode node = column.report().map(reports::tree).orElseGet(() -> notStarted(column, comparison));
        node.put("asked", column.asked());
        return node;
    }

    private static ObjectNode notStarted(Column column, Comparison comparison) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("schema", JsonReport.SCHEMA);
        node.putObject("target").put("name", column.asked()).put("version", "");
        node.put("seed", comparison.seed());
        node.put("exit", column.exitCode());
        ObjectNode totals = node.putObject("totals");
        Tally.COLUMNS.forEach(outcome -> totals.put(outcome, 0));
        node.put("not-started", column.trouble());
        node.putArray("cases");
        return node;
    }
}
