package org.wsproof.benchmarks.soak.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wsproof.benchmarks.soak.Ending;
import org.wsproof.benchmarks.soak.Soak;
import org.wsproof.benchmarks.soak.SoakReport;
import org.wsproof.benchmarks.soak.SoakSizes;

/**
 * The soak, small, with a leak planted into the gateway's process: it fails, and says which figure is wrong. Each gateway and its origin
 * are processes of their own, and mostly wait for their start and for what does not come: they do so beside each other.
 */
@Execution(ExecutionMode.CONCURRENT)
final class PlantedLeaksSoak {
    private static final List<Ending> ALL = List.of(Ending.values());

    /** Those where a tunnel that is not closed at its end ends for both of its ends all the same. */
    private static final List<Ending> IN_ORDER = List.of(Ending.CLOSE_BY_CLIENT, Ending.FIN_BY_CLIENT);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void withoutALeakTheSmallSoakPasses() throws Exception {
        assertThat(failures(ALL, List.of(), Duration.ofSeconds(30))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Leak.class)
    void aLeakIsFoundAndNamed(Leak leak) throws Exception {
        List<Ending> ways = leak == Leak.ENTRY_IN_TUNNELS ? IN_ORDER : ALL;
        List<String> failures = failures(ways, List.of(agent(leak.name())), Duration.ofSeconds(2));
        System.out.println("planted: " + leak + "; found: " + failures);
        assertThat(failures).anyMatch(failure -> failure.startsWith(leak.figure()));
    }

    /** In one process: what has leaked before is part of the next baseline. */
    @Test
    void aBacksideConnectionThatOneWayOfEndingLeaksIsFound() throws Exception {
        Path way = Files.writeString(folder.resolve("way"), "");
        SoakSizes sizes = new SoakSizes(40, 20, 200, 60, 0, Duration.ofMillis(500));
        try (Soak soak = Soak.start(sizes, ALL, options(List.of(agent(LeakAgent.OF_WAY + way))))) {
            for (String each : Stream.concat(ALL.stream().map(Ending::word), Stream.of(Soak.HELD))
                    .toList()) {
                Files.writeString(way, each);
                SoakReport report = soak.run(Duration.ZERO);
                System.out.println("planted: backside connections of " + each + "; found: " + report.failures());
                assertThat(report.failures()).as(each).anyMatch(failure -> failure.startsWith("descriptors"));
            }
        }
    }

    @Test
    void aBacksideConnectionThatAKilledOriginLeavesIsFound() throws Exception {
        Path way = Files.writeString(folder.resolve("way"), Soak.BACKSIDE_LOST);
        List<String> failures = failures(ALL, List.of(agent(LeakAgent.OF_WAY + way)), Duration.ofSeconds(2));
        System.out.println("planted: backside connections of " + Soak.BACKSIDE_LOST + "; found: " + failures);
        assertThat(failures).anyMatch(failure -> failure.startsWith("descriptors"));
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void eachPlaceThatALeakIsPlantedIntoIsThere(Place place) {
        LeakAgent.require(place, LeakAgent.method(place));
    }

    private String agent(String argument) throws IOException {
        return "-javaagent:" + AgentJar.in(folder) + "=" + argument;
    }

    private static List<String> failures(List<Ending> ways, List<String> agent, Duration settling) throws Exception {
        SoakSizes sizes = new SoakSizes(40, 20, 200, 80, 20, settling);
        try (Soak soak = Soak.start(sizes, ways, options(agent))) {
            return soak.run(Duration.ZERO).failures();
        }
    }

    private static List<String> options(List<String> agent) {
        return Stream.concat(agent.stream(), Stream.of("-Xmx256m", "-XX:TieredStopAtLevel=1"))
                .toList();
    }
}
