package org.wsproof.benchmarks.bench.figures;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Latencies while messages were sent at a fixed rate, each from the time at which it was to be sent.
 *
 * @param nanos one value a message
 * @param slice the same while; its rate falls behind the one planned if proxy or load can't keep up
 */
public record Latency(Histogram nanos, Slice slice) {
    /** In microseconds; {@code percentile} is above 0 and at most 100. */
    public double micros(double percentile) {
        return (double) nanos.getValueAtPercentile(percentile) / TimeUnit.MICROSECONDS.toNanos(1);
    }
}
