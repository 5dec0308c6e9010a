package org.wsproof.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** A run too short for figures: it shows that each benchmark runs and verifies what comes back. */
final class EchoBenchmarkTest {
    private static final int ITERATIONS = 2;

    @Test
    @Timeout(60)
    void eachRouteAndSizeRunsAndVerifiesItsEchoes(@TempDir Path folder) throws RunnerException, IOException {
        Path output = folder.resolve("jmh.txt");
        Options options = new OptionsBuilder()
                .include(EchoBenchmark.class.getName())
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(ITERATIONS)
                .measurementTime(TimeValue.milliseconds(200))
                .shouldFailOnError(true)
                .output(output.toString())
                .build();

        Collection<RunResult> results = new Runner(options).run();

        assertThat(results)
                .as(Files.readString(output))
                .extracting(result -> result.getParams().getBenchmark(), EchoBenchmarkTest::parameters)
                .containsExactlyInAnyOrder(
                        roundTrip("DIRECT 64"),
                        roundTrip("DIRECT 16384"),
                        roundTrip("GATEWAY 64"),
                        roundTrip("GATEWAY 16384"));
        assertThat(results).allSatisfy(result -> {
            assertThat(result.getPrimaryResult().getSampleCount()).isEqualTo(ITERATIONS);
            assertThat(result.getSecondaryResults())
                    .hasEntrySatisfying(
                            "verified", echoes -> assertThat(echoes.getScore()).isPositive());
        });
    }

    private static Tuple roundTrip(String parameters) {
        return tuple(EchoBenchmark.class.getName() + ".roundTrip", parameters);
    }

    private static String parameters(RunResult result) {
        return result.getParams().getParam("route") + " " + result.getParams().getParam("octets");
    }
}
