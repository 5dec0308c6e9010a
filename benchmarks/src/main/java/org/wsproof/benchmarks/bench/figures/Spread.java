package org.wsproof.benchmarks.bench.figures;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The median of what was measured several times, and how far it spreads. */
public record Spread(double median, double least, double most) {
    /**
     * Of an even number of values the median is the mean of the two in the middle.
     *
     * @throws IllegalArgumentException if there is no value
     */
    public static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("expected a value, found none");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /** Of one figure of each slice. */
    public static <T> Spread of(List<T> measured, ToDoubleFunction<T> figure) {
        return of(measured.stream().map(figure::applyAsDouble).toList());
    }

    /** How far the farthest value is from the median, as a part of the median; 0 if that is 0. */
    public double deviation() {
        return median == 0 ? 0 : Math.max(most - median, median - least) / median;
    }
}
