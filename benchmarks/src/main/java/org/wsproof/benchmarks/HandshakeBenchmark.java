package org.wsproof.benchmarks;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
 * The time of a tunnel without a message: connecting, TLS where there is some, the opening handshake with its answer checked, and
 * the closing handshake. Directly and through the gateway. Not final, since JMH derives from it.
 */
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class HandshakeBenchmark {
    /** Gives each handshake its key. */
    @State(Scope.Thread)
    public static class Keys {
        private final Random random = new Random(1);
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public void openAndClose(Route route, Keys keys) throws IOException {
        EchoClient.connect(route.door(), keys.random).part();
    }
}
