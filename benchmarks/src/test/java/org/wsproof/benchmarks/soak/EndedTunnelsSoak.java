package org.wsproof.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Nine thousand tunnels at once, then twenty thousand ends. {@code -Dsoak.minutes} repeats that; the other properties of that kind set
 * its sizes.
 */
@Isolated("it needs the machine")
final class EndedTunnelsSoak {
    @Test
    void nothingIsLeftOfTunnelsThatHaveEnded() throws Exception {
        SoakSizes asked = new SoakSizes(
                Integer.getInteger("soak.warmup", 500),
                Integer.getInteger("soak.tunnels", 9_000),
                Long.getLong("soak.messages", 100_000),
                Integer.getInteger("soak.endings", 20_000),
                Integer.getInteger("soak.lost", 200),
                Duration.ofSeconds(30));
        SoakSizes sizes = asked.withinLimit();
        if (sizes.tunnels() < asked.tunnels()) {
            System.out.println("soak: " + sizes.tunnels() + " tunnels at once instead of " + asked.tunnels()
                    + ": a process may have " + SoakSizes.descriptors() + " descriptors here");
        }
        try (Soak soak = Soak.start(sizes, List.of(Ending.values()), List.of("-Xmx512m"))) {
            SoakReport report = soak.run(Duration.ofMinutes(Integer.getInteger("soak.minutes", 0)));
            System.out.println(report.table());
            assertThat(report.failures()).as(report.table()).isEmpty();
        }
    }
}
