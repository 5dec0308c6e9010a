package org.wsproof.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it takes to send messages and to have their verified echoes back: directly and through the gateway, so that the difference
 * is what two relays cost. Not final, since JMH derives from it.
 */
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class EchoBenchmark {
    /** What JMH prints beside the rounds. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Rate {
        /** Messages that came back as they were sent; one that does not fails the benchmark. */
        public long messages;
    }

    /** Latency: from a lone message's first octet sent to its echo compared, over one of the tunnels after the other. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public void roundTrip(Route route, Tunnels tunnels) throws IOException {
        tunnels.exchange();
    }

    /** Throughput: rounds in which every tunnel has a message under way. The messages a second are printed beside it. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public void round(Route route, Tunnels tunnels, Rate rate) throws IOException {
        rate.messages += tunnels.exchangeOverAll();
    }
}
