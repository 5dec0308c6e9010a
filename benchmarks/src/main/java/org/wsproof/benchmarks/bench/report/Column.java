package org.wsproof.benchmarks.bench.report;

import java.util.Optional;
import java.util.function.Function;
import org.wsproof.benchmarks.bench.figures.Result;
import org.wsproof.benchmarks.bench.figures.Spread;

/**
 * One figure of every contender.
 *
 * @param key for tools
 * @param name for people, with the unit
 * @param decimals how many are shown
 * @param figure empty where a contender has none
 */
record Column(String key, String name, int decimals, Function<Result, Optional<Spread>> figure) {
    Optional<Double> median(Result result) {
        return figure.apply(result).map(Spread::median);
    }
}
