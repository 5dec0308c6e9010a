package org.wsproof.conformance.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.engine.Report;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.report.Samples;
import org.wsproof.conformance.report.Style;

class ComparisonTest {
    private final Comparison three = Three.comparison();

    @Test
    void eachOutcomeHasAMarkOfItsOwn() {
        List<String> outcomes = Arrays.stream(Outcome.class.getPermittedSubclasses())
                .map(kind -> kind.getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                        .toLowerCase(Locale.ROOT))
                .toList();

        assertThat(Arrays.stream(Mark.values()).map(Mark::slug)).containsAll(outcomes);
        assertThat(Arrays.stream(Mark.values()).map(Mark::sign)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Mark.values()).map(Mark::words)).doesNotHaveDuplicates();
    }

    @Test
    void onlyWhatWasJudgedDiffers() {
        assertThat(three.rows().stream()
                        .filter(Comparison.Row::differs)
                        .map(row -> row.subject().id()))
                .containsExactly("handshake/worse", "close/other-way");
    }

    @Test
    void aBrokenMustIsNoErrorOfTheComparisonButAFaultAndAnAbsentTargetAre() {
        List<Column> columns = three.columns();

        assertThat(three.exitCode()).isEqualTo(4);
        assertThat(new Comparison(three.cases(), columns.subList(2, 3), 7).exitCode())
                .isEqualTo(3);
        assertThat(new Comparison(three.cases(), columns.subList(0, 1), 7).exitCode())
                .isEqualTo(3);
        Column broken = columnOf(three, "handshake/same", "handshake/worse");
        assertThat(new Comparison(three.cases().subList(0, 2), List.of(broken), 7).exitCode())
                .isZero();
    }

    @Test
    void theTableHasARowASuiteAndAColumnATarget() {
        StringWriter out = new StringWriter();

        new TerminalTable(new PrintWriter(out), new Style(false)).write(three);

        assertThat(out.toString().lines().map(line -> line.replaceAll(" {2,}", "  ")))
                .startsWith(
                        "suite  one  two  three",
                        "  1.22.1  1.22.1",
                        "handshake  1✓ 1✗ 1!  2✓ 1–  3∅",
                        "close  1✓ 2≈ 1⊘ 1?  2✓ 2≈ 1‡  5∅",
                        "all  2✓ 1✗ 1! 2≈ 1⊘ 1?  4✓ 2≈ 1– 1‡  8∅")
                .contains("three could not be started: three is not installed")
                .contains("2 of 8 cases differ between those that were judged. No list of known failures was applied.");
    }

    @Test
    void aTableThatIsTooWideIsContinuedBelow() {
        List<Column> many = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            many.addAll(three.columns());
        }
        StringWriter out = new StringWriter();

        new TerminalTable(new PrintWriter(out), new Style(false)).write(new Comparison(three.cases(), many, 7));

        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(116));
        assertThat(out.toString().lines().filter(line -> line.startsWith("suite")))
                .hasSizeGreaterThan(1);
        assertThat(out.toString()
                        .lines()
                        .filter(line -> line.startsWith("suite"))
                        .flatMap(line -> Arrays.stream(line.split(" +"))))
                .filteredOn("three"::equals)
                .hasSize(8);
    }

    @Test
    void theJsonHasTheDocumentsSideBySide() throws IOException {
        StringWriter out = new StringWriter();
        new JsonComparison().write(three, out);
        JsonNode json = JsonMapper.builder().build().readTree(out.toString());

        assertThat(json.get("schema").asInt()).isEqualTo(1);
        assertThat(json.get("targets").findValuesAsText("asked")).containsExactly("one", "two", "three");
        assertThat(json.at("/targets/0/totals/failed").asInt()).isEqualTo(1);
        assertThat(json.at("/targets/1/cases/3/facts/0/value").asText()).isEqualTo("both ends cut");
        assertThat(json.at("/targets/2/not-started").asText()).isEqualTo("three is not installed");
        assertThat(json.at("/targets/2/exit").asInt()).isEqualTo(3);
        assertThat(json.at("/targets/2/cases")).isEmpty();
    }

    @Test
    void theMarkdownHasTheCountsAndTheCasesThatDiffer() throws IOException {
        StringWriter out = new StringWriter();

        new MarkdownComparison(Three.ABOUT).write(three, out);

        assertThat(out.toString().lines())
                .contains(
                        "| suite | one 1.22.1 | two 1.22.1 | three |",
                        "| handshake | 1✓ 1✗ 1! | 2✓ 1– | 3∅ |",
                        "| handshake/worse | MUST | ✗ failed | ✓ passed | ∅ not run |",
                        "| close/other-way | OBSERVE | ≈ half-close kept | ≈ both ends cut | ∅ not run |")
                .noneMatch(line -> line.startsWith("| close/same-way"));
    }

    private static Column columnOf(Comparison from, String... ids) {
        Report all = from.columns().get(0).report().orElseThrow();
        Result[] results = all.results().stream()
                .filter(result -> List.of(ids).contains(result.subject().id()))
                .toArray(Result[]::new);
        return Column.of("one", "", Samples.report("one", Set.of(), results));
    }
}
