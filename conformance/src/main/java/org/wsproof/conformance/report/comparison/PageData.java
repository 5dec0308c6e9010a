package org.wsproof.conformance.report.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import org.wsproof.conformance.explain.PlainText;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.report.HtmlText;
import org.wsproof.conformance.report.Style;
import org.wsproof.conformance.report.Trace;

/**
 * What the page opens to, as JSON for its script. It stands in the page as data, since thousands of traces in the document would
 * make it slow to show and to filter.
 */
record PageData(Comparison comparison) {
    /** May stand in a {@code script} element: no markup is left in it, not even the end of the element. */
    String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode marks = root.putArray("marks");
        for (Mark mark : Mark.values()) {
            marks.addObject().put("slug", mark.slug()).put("sign", mark.sign()).put("words", mark.words());
        }
        ArrayNode columns = root.putArray("columns");
        comparison
                .columns()
                .forEach(column -> columns.addObject()
                        .put("name", HtmlText.visible(column.name()))
                        .put("title", HtmlText.visible(column.title()))
                        .put("trouble", HtmlText.visible(column.complaint())));
        ArrayNode cases = root.putArray("cases");
        PlainText explained = new PlainText(new Style(false));
        comparison.rows().forEach(row -> cases.add(one(row, explained)));
        try {
            return JsonMapper.builder().build().writeValueAsString(root).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts has a JSON form", e);
        }
    }

    private ObjectNode one(Comparison.Row row, PlainText explained) {
        Case subject = row.subject();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", subject.id());
        node.put("sentence", HtmlText.visible(subject.sentence()));
        node.put("about", subject.level() + " · " + subject.basis());
        node.put("explained", HtmlText.visible(String.join("\n", explained.lines(subject))));
        ArrayNode cells = node.putArray("cells");
        for (int i = 0; i < row.cells().size(); i++) {
            cells.add(one(row.cells().get(i), comparison.columns().get(i)));
        }
        return node;
    }

    private ObjectNode one(Cell cell, Column column) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("outcome", cell.mark().slug());
        cell.result().ifPresent(result -> told(result, column, node));
        return node;
    }

    private void told(Result result, Column column, ObjectNode node) {
        ArrayNode facts = node.putArray("facts");
        result.outcome()
                .facts()
                .forEach(fact ->
                        facts.addArray().add(HtmlText.visible(fact.name())).add(HtmlText.visible(fact.value())));
        node.put("millis", result.millis());
        node.put(
                "trace",
                result.trace().isEmpty()
                        ? ""
                        : HtmlText.visible(Trace.whole(result.trace()).collect(Collectors.joining("\n"))));
        node.put(
                "again",
                column.again() + " --seed " + comparison.seed() + " --case "
                        + result.subject().id());
    }
}
