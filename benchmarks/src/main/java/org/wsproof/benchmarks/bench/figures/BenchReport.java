package org.wsproof.benchmarks.bench.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A bench as it was measured.
 *
 * @param results in the order in which they were asked for
 * @param warnings why its figures are not to be relied on; empty if nothing speaks against them
 */
public record BenchReport(Setting setting, List<Echo> echoes, List<Result> results, List<String> warnings) {
    /** The loads that differ in nothing but in how many tunnels are open, fewest first; empty if tunnels never took turns. */
    public List<Echo> swept() {
        return echoes.stream()
                .filter(Echo::takesTurns)
                .findFirst()
                .map(some -> echoes.stream()
                        .filter(echo -> echo.over(some.tunnels()).equals(some))
                        .sorted(Comparator.comparingInt(Echo::tunnels))
                        .toList())
                .orElse(List.of());
    }

    /**
     * One contender's figure divided by the reference's.
     *
     * @param reference the name of a contender
     * @param figure empty where a contender has none
     * @return empty where either has none, or the reference has not taken part
     */
    public Optional<Double> ratio(Result of, String reference, Function<Result, Optional<Double>> figure) {
        return results.stream()
                .filter(result -> result.described().name().equals(reference))
                .findFirst()
                .flatMap(figure)
                .filter(base -> base > 0)
                .flatMap(base -> figure.apply(of).map(value -> value / base));
    }
}
