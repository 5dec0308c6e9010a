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
 * The time from a message's first octet sent to its verified echo, one message under way a connection: directly and through the
 * gateway, so that the difference is what two relays cost. Not final, since JMH derives from it.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class EchoBenchmark {
    /** What JMH prints beside the times. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Echoes {
        /** Messages that came back as they were sent; one that does not fails the benchmark. */
        public long verified;
    }

    @Benchmark
    public void roundTrip(Route route, Conversation conversation, Echoes echoes) throws IOException {
        conversation.exchange();
        echoes.verified++;
    }
}
