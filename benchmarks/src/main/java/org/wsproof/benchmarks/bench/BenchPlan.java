package org.wsproof.benchmarks.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.wsproof.benchmarks.bench.contenders.Started;
import org.wsproof.benchmarks.bench.figures.Echo;

/**
 * What is measured, and for how long.
 *
 * @param rounds how often each contender has its turn; 1 or more
 * @param slice how long each measurement of a round takes
 * @param echoes messages, as many as go
 * @param paced messages at a fixed rate
 * @param rate how many of these a second
 * @param tunnels idle ones held at once
 * @param warmUp opening handshakes before those that count: a virtual machine compiles their code only after thousands of them
 */
public record BenchPlan(int rounds, Duration slice, List<Echo> echoes, Echo paced, int rate, int tunnels, int warmUp) {
    private static final int SMALL = 64;
    private static final int MEDIUM = 16 * 1024;
    private static final int LARGE = 1024 * 1024;
    private static final List<Echo> PLAIN = List.of(new Echo(SMALL, 32), new Echo(MEDIUM, 8), new Echo(LARGE, 4));
    private static final List<Echo> ECHOES =
            Stream.concat(PLAIN.stream(), PLAIN.stream().map(Echo::secured)).toList();
    private static final Echo PACED = new Echo(SMALL, 32);
    private static final int RATE = 5_000;
    private static final int WARM_UP = 15_000;

    /** What one of them takes part in: not in TLS without an address for it. */
    List<Echo> echoesOf(Started contender) {
        return echoes.stream()
                .filter(echo -> !echo.tls() || contender.secured().isPresent())
                .toList();
    }

    /** Three short rounds. */
    public static BenchPlan quick(int tunnels) {
        return new BenchPlan(3, Duration.ofMillis(650), ECHOES, PACED, RATE, tunnels, WARM_UP);
    }

    /** Five rounds. */
    public static BenchPlan thorough(int tunnels) {
        return new BenchPlan(5, Duration.ofSeconds(3), ECHOES, PACED, RATE, tunnels, WARM_UP);
    }

    /** The same with slices of another length. */
    public BenchPlan lasting(Duration other) {
        return new BenchPlan(rounds, other, echoes, paced, rate, tunnels, warmUp);
    }

    /** The same at another rate. */
    public BenchPlan at(int other) {
        return new BenchPlan(rounds, slice, echoes, paced, other, tunnels, warmUp);
    }

    /** The same so often. */
    public BenchPlan repeated(int other) {
        return new BenchPlan(other, slice, echoes, paced, rate, tunnels, warmUp);
    }

    /** The same with so many opening handshakes to warm up. */
    public BenchPlan warmedBy(int other) {
        return new BenchPlan(rounds, slice, echoes, paced, rate, tunnels, other);
    }
}
