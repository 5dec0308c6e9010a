package org.wsproof.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.wsproof.benchmarks.parts.AnswerParserBenchmark;
import org.wsproof.benchmarks.parts.FrameObserverBenchmark;

/** Runs too short for figures: they show that each benchmark runs and verifies what comes back. */
final class BenchmarksTest {
    @TempDir
    private Path folder;

    @Test
    void theseAreAllTheBenchmarks() {
        List<String> listed = BenchmarkList.defaultList()
                .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
                .stream()
                .map(BenchmarkListEntry::getUsername)
                .toList();

        assertThat(new TreeSet<>(listed))
                .containsExactlyInAnyOrder(
                        EchoBenchmark.class.getName() + ".roundTrip",
                        EchoBenchmark.class.getName() + ".round",
                        HandshakeBenchmark.class.getName() + ".openAndClose",
                        FrameObserverBenchmark.class.getName() + ".message",
                        AnswerParserBenchmark.class.getName() + ".answer");
    }

    @Test
    @Timeout(120)
    void messagesOverManyTunnelsComeBackOnBothRoutes() throws RunnerException, IOException {
        Collection<RunResult> results = run(new OptionsBuilder()
                .include(EchoBenchmark.class.getName())
                .param("tls", "NEITHER")
                .param("octets", "64")
                .param("tunnels", "64"));

        assertThat(results)
                .extracting(result -> result.getParams().getParam("route") + " "
                        + result.getPrimaryResult().getLabel())
                .containsExactlyInAnyOrder("DIRECT roundTrip", "GATEWAY roundTrip", "DIRECT round", "GATEWAY round");
        assertThat(results)
                .filteredOn(result -> result.getPrimaryResult().getLabel().equals("round"))
                .allSatisfy(result -> assertThat(result.getSecondaryResults())
                        .hasEntrySatisfying(
                                "messages",
                                rate -> assertThat(rate.getScore())
                                        .isGreaterThan(result.getPrimaryResult().getScore())));
    }

    @Test
    @Timeout(120)
    void largeMessagesComeBackWithTlsOnEitherLegAndOnBoth() throws RunnerException, IOException {
        Collection<RunResult> results = run(new OptionsBuilder()
                .include(EchoBenchmark.class.getName() + ".roundTrip")
                .param("route", "GATEWAY")
                .param("tls", "FRONTSIDE", "BACKSIDE", "BOTH")
                .param("octets", "1048576")
                .param("tunnels", "2"));

        assertThat(results).extracting(BenchmarksTest::tls).containsExactlyInAnyOrder("FRONTSIDE", "BACKSIDE", "BOTH");
    }

    @Test
    @Timeout(120)
    void openingHandshakesAreAnsweredOnBothRoutes() throws RunnerException, IOException {
        Collection<RunResult> results = run(
                new OptionsBuilder().include(HandshakeBenchmark.class.getName()).param("tls", "NEITHER", "BOTH"));

        assertThat(results).hasSize(4);
    }

    @Test
    @Timeout(120)
    void theGatewaysPartsAreMeasuredByThemselves() throws RunnerException, IOException {
        Collection<RunResult> results = run(new OptionsBuilder().include("org.wsproof.benchmarks.parts.*"));

        assertThat(results).hasSize(6);
    }

    @Test
    @Timeout(120)
    void whatAMessageCostsTheGatewayIsTold() throws RunnerException, IOException {
        Collection<RunResult> results = run(
                new OptionsBuilder()
                        .include(EchoBenchmark.class.getName() + ".roundTrip")
                        .addProfiler(GatewayProfiler.class)
                        .param("route", "GATEWAY")
                        .param("tls", "NEITHER")
                        .param("octets", "64")
                        .param("tunnels", "1"),
                3);

        assertThat(results)
                .singleElement()
                .satisfies(result -> assertThat(result.getSecondaryResults())
                        .hasEntrySatisfying(
                                "gateway.alloc",
                                octets -> assertThat(octets.getScore()).isNotNegative())
                        .hasEntrySatisfying(
                                "gateway.cpu",
                                micros -> assertThat(micros.getScore()).isPositive()));
    }

    private static String tls(RunResult result) {
        return result.getParams().getParam("tls");
    }

    /** All that is to run has run, and has a figure. */
    private Collection<RunResult> run(ChainedOptionsBuilder which) throws RunnerException, IOException {
        return run(which, 1);
    }

    private Collection<RunResult> run(ChainedOptionsBuilder which, int iterations) throws RunnerException, IOException {
        Path output = folder.resolve("jmh.txt");
        Collection<RunResult> results = new Runner(which.forks(0)
                        .warmupIterations(0)
                        .measurementIterations(iterations)
                        .measurementTime(TimeValue.milliseconds(200))
                        .shouldFailOnError(true)
                        .output(output.toString())
                        .build())
                .run();
        assertThat(results)
                .as(Files.readString(output))
                .isNotEmpty()
                .allSatisfy(result ->
                        assertThat(result.getPrimaryResult().getScore()).isPositive());
        return results;
    }
}
