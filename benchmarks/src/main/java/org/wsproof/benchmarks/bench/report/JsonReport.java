package org.wsproof.benchmarks.bench.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.wsproof.benchmarks.bench.contenders.Contenders;
import org.wsproof.benchmarks.bench.figures.BenchReport;
import org.wsproof.benchmarks.bench.figures.Described;
import org.wsproof.benchmarks.bench.figures.Idle;
import org.wsproof.benchmarks.bench.figures.Result;
import org.wsproof.benchmarks.bench.figures.Setting;

/** A bench for other tools. Keys may be added, none renamed. */
public final class JsonReport {
    private static final int SCHEMA = 1;

    private final JsonMapper mapper =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Writes the report; does not close the writer. */
    public void write(BenchReport report, Writer to) throws IOException {
        to.write(mapper.writeValueAsString(tree(report)));
        to.write("\n");
        to.flush();
    }

    private static ObjectNode tree(BenchReport report) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        Setting setting = report.setting();
        ObjectNode conditions = root.putObject("setting");
        conditions
                .put("machine", setting.machine())
                .put("cores", setting.cores())
                .put("rounds", setting.rounds())
                .put("slice-millis", setting.sliceMillis())
                .put("rate", setting.rate())
                .put("tunnels", setting.tunnels());
        setting.remarks().forEach(conditions.putArray("remarks")::add);
        report.warnings().forEach(root.putArray("warnings")::add);
        List<Table> tables = Table.of(report);
        ArrayNode contenders = root.putArray("contenders");
        report.results().forEach(result -> contenders.add(one(result, report, tables)));
        ArrayNode budgets = root.putArray("budgets");
        for (Budget.Kept kept : Budget.of(report)) {
            budgets.addObject()
                    .put("key", kept.budget().key())
                    .put("what", kept.budget().what())
                    .put("ratio", kept.ratio())
                    .put("aim", kept.budget().aim())
                    .put("limit", kept.budget().limit())
                    .put("verdict", kept.verdict());
        }
        return root;
    }

    private static ObjectNode one(Result result, BenchReport report, List<Table> tables) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Described described = result.described();
        node.put("name", described.name())
                .put("version", described.version())
                .put("how", described.how())
                .put("configuration", described.configuration());
        result.failure().ifPresent(why -> node.put("failure", why));
        ObjectNode figures = node.putObject("figures");
        for (Table table : tables) {
            ObjectNode into = figures.putObject(table.key());
            for (Column column : table.columns()) {
                column.figure()
                        .apply(result)
                        .ifPresent(spread -> into.putObject(column.key())
                                .put("median", spread.median())
                                .put("least", spread.least())
                                .put("most", spread.most()));
            }
            report.ratio(result, Contenders.GATEWAY, table.compared()::median)
                    .ifPresent(ratio -> into.put(table.compared().key() + "-ratio", ratio));
        }
        held(result, figures.withObjectProperty("idle"));
        return node;
    }

    private static void held(Result result, ObjectNode into) {
        for (Idle.Held held :
                result.idle().stream().flatMap(idle -> idle.held().stream()).toList()) {
            ObjectNode node = into.withArrayProperty("held")
                    .addObject()
                    .put("tunnels", held.tunnels())
                    .put("octets", held.memory().resident());
            held.memory().live().ifPresent(live -> node.put("live-octets", live));
        }
    }
}
