package org.wsproof.benchmarks.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wsproof.benchmarks.bench.figures.BenchReport;
import org.wsproof.benchmarks.bench.figures.Result;

final class BudgetTest {
    private static final List<String> ALL = List.of("wsproof", "nginx", "haproxy", "caddy", "lighttpd");

    @Test
    void eachBudgetIsHeldAgainstTheCheapestOfThoseItNames() {
        // The gateway's messages cost 11, nginx's 10, and each further one's 1 more.
        List<Budget.Kept> kept = Budget.of(SampleReport.of(ALL, 11, 10));

        assertThat(kept)
                .extracting(one -> one.budget().key(), Budget.Kept::ratio, Budget.Kept::verdict)
                .containsExactly(
                        tuple("echo-64", 1.1, "between aim and limit"),
                        tuple("echo-16384", 1.1, "above its limit"),
                        tuple("echo-1048576", 1.1, "between aim and limit"),
                        tuple("echo-64-tls", 1.1, "at its aim"),
                        tuple("echo-16384-tls", 1.1, "above its limit"),
                        tuple("echo-1048576-tls", 1.1, "above its limit"),
                        tuple("handshakes", 1.1, "at its aim"),
                        tuple("idle", 1.0, "between aim and limit"));
    }

    @Test
    void whereOneOfThemIsMissingNothingIsClaimed() {
        List<String> without = new ArrayList<>(ALL);
        without.remove("lighttpd");

        assertThat(Budget.of(SampleReport.of(without, 11, 10)))
                .extracting(one -> one.budget().key())
                .containsExactly("echo-64-tls", "echo-16384-tls", "echo-1048576-tls", "handshakes", "idle");
        assertThat(Budget.of(SampleReport.of(List.of("nginx", "haproxy"), 11, 10)))
                .isEmpty();
    }

    @Test
    void whatWasNotMeasuredHasNoBudget() {
        BenchReport whole = SampleReport.of(ALL, 11, 10);
        List<Result> withoutMessages = whole.results().stream()
                .map(result -> new Result(
                        result.described(),
                        true,
                        Map.of(),
                        List.of(),
                        result.handshakes(),
                        result.idle(),
                        result.failure()))
                .toList();

        assertThat(Budget.of(new BenchReport(whole.setting(), List.of(), withoutMessages, List.of())))
                .extracting(one -> one.budget().key())
                .containsExactly("handshakes", "idle");
    }
}
