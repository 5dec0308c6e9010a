package org.wsproof.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.engine.Report;

class JsonReportTest {
    @Test
    void theContractsKeysAreThere() throws IOException {
        JsonNode root = json(Samples.report(Set.of(), Samples.failed("handshake/x"), Samples.passed("close/code")));

        assertThat(root.at("/schema").asInt()).isEqualTo(1);
        assertThat(root.at("/target/name").asText()).isEqualTo("nginx");
        assertThat(root.at("/target/version").asText()).isEqualTo("1.22.1");
        assertThat(root.at("/seed").asLong()).isEqualTo(7);
        JsonNode failed = root.at("/cases/0");
        assertThat(failed.at("/id").asText()).isEqualTo("handshake/x");
        assertThat(failed.at("/level").asText()).isEqualTo("MUST");
        assertThat(failed.at("/outcome").asText()).isEqualTo("failed");
        assertThat(failed.at("/basis").asText()).isEqualTo("RFC 6455 §4.1");
        assertThat(failed.at("/facts/1").toString()).isEqualTo("{\"name\":\"but was\",\"value\":\"101\"}");
        assertThat(failed.at("/ending").asText()).isEqualTo("fin+rst");
        assertThat(failed.at("/millis").asLong()).isEqualTo(12);
        assertThat(failed.at("/trace")).hasSize(8);
        assertThat(failed.has("known")).isFalse();
        assertThat(root.at("/cases/1/ending").asText()).isEqualTo("none");
    }

    @Test
    void totalsHaveAColumnForEveryOutcome() throws IOException {
        JsonNode totals =
                json(Samples.report(Set.of(), Samples.observed("close/half"))).get("totals");
        List<String> names = new ArrayList<>();
        totals.fieldNames().forEachRemaining(names::add);

        assertThat(names)
                .containsExactly(
                        "passed",
                        "failed",
                        "warned",
                        "observed",
                        "not-applicable",
                        "blocked",
                        "setup-failed",
                        "harness-fault",
                        "known");
        assertThat(totals.get("observed").asInt()).isEqualTo(1);
    }

    @Test
    void aKnownFailureCountsAsKnownOnly() throws IOException {
        JsonNode root = json(Samples.report(
                Set.of("handshake/x", "close/via"),
                Samples.failed("handshake/x"),
                Samples.warned("close/via"),
                Samples.passed("close/code")));

        assertThat(root.at("/totals/known").asInt()).isEqualTo(2);
        assertThat(root.at("/totals/failed").asInt()).isZero();
        assertThat(root.at("/totals/warned").asInt()).isZero();
        assertThat(root.at("/cases/0/known").asBoolean()).isTrue();
        assertThat(root.at("/exit").asInt()).isZero();
    }

    @Test
    void aKnownFailureThatPassedIsNamedAndFailsTheRun() throws IOException {
        JsonNode root = json(Samples.report(Set.of("close/code"), Samples.passed("close/code")));

        assertThat(root.at("/known-but-passed/0").asText()).isEqualTo("close/code");
        assertThat(root.at("/exit").asInt()).isEqualTo(1);
    }

    private static JsonNode json(Report report) throws IOException {
        StringWriter text = new StringWriter();
        new JsonReport().write(report, text);
        return JsonMapper.builder().build().readTree(text.toString());
    }
}
