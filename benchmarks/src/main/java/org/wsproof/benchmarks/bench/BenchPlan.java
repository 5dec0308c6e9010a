package org.wsproof.benchmarks.bench;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wsproof.benchmarks.bench.contenders.Started;
import org.wsproof.benchmarks.bench.figures.Echo;
import org.wsproof.benchmarks.bench.loads.Extent;

/**
 * What is measured, and for how long.
 *
 * @param rounds how often each contender has its turn; 1 or more
 * @param slice how long each measurement of a round takes
 * @param echoes messages, as many as go
 * @param others which of {@link #LATENCY}, {@link #HANDSHAKES} and {@link #IDLE} are measured
 * @param paced messages at a fixed rate
 * @param rate how many of these a second
 * @param tunnels idle ones held at once
 * @param warmUp before anything counts
 */
public record BenchPlan(
        int rounds,
        Duration slice,
        List<Echo> echoes,
        Set<String> others,
        Echo paced,
        int rate,
        int tunnels,
        WarmUp warmUp) {
    /** The names by which these are chosen; messages are by {@link Echo#key}. */
    public static final String LATENCY = "latency";

    public static final String HANDSHAKES = "handshakes";
    public static final String IDLE = "idle";

    private static final Set<String> OTHERS = Set.of(LATENCY, HANDSHAKES, IDLE);
    private static final int SMALL = 64;
    private static final int MEDIUM = 16 * 1024;
    private static final int LARGE = 1024 * 1024;
    private static final Echo PACED = new Echo(SMALL, 32);
    private static final List<Echo> PLAIN = List.of(PACED, new Echo(MEDIUM, 8), new Echo(LARGE, 4));
    private static final List<Integer> MORE_TUNNELS = List.of(512, 4096);
    private static final int RATE = 5_000;

    /**
     * What comes before anything counts: each load runs until the proxy's CPU for one falls no more, as a virtual machine compiles its code while it runs.
     *
     * @param look how long one is
     * @param most how much CPU the proxy may use at most for each load
     * @param handshakes so many of these there must be, each time, where the proxy is compiled while it runs
     */
    public record WarmUp(Duration look, Duration most, int handshakes) {
        Extent messages() {
            return new Extent(look, 1, true, most);
        }

        /** Elsewhere it is a few thousand, for what a process sets up once. */
        private static final int FEW = 3_000;

        /** What is compiled for one load is thrown away when another one takes other ways through it, and compiled anew. */
        private static final int TIMES = 3;

        int times(boolean compiles) {
            return compiles ? TIMES : 1;
        }

        Extent openings(boolean compiles) {
            return new Extent(look, compiles ? handshakes : FEW, true, most);
        }

        String described() {
            return "each load but for those with more tunnels, until the proxy's CPU for one falls by less than 5 % from two looks of "
                    + look.toMillis()
                    + " ms to the next three, or it has used " + most.toMillis() + " ms of CPU; at least " + FEW
                    + " opening handshakes; where the proxy is compiled while it runs " + TIMES
                    + " times in turns, and "
                    + handshakes + " opening handshakes each time";
        }
    }

    /** Three short rounds. */
    public static BenchPlan quick(int tunnels) {
        WarmUp warmUp = new WarmUp(Duration.ofMillis(120), Duration.ofSeconds(6), 20_000);
        return new BenchPlan(3, Duration.ofMillis(450), echoes(tunnels), OTHERS, PACED, RATE, tunnels, warmUp);
    }

    /** Five rounds. */
    public static BenchPlan thorough(int tunnels) {
        WarmUp warmUp = new WarmUp(Duration.ofSeconds(1), Duration.ofSeconds(20), 40_000);
        return new BenchPlan(5, Duration.ofSeconds(3), echoes(tunnels), OTHERS, PACED, RATE, tunnels, warmUp);
    }

    private static List<Echo> echoes(int tunnels) {
        Stream<Echo> more = Stream.concat(MORE_TUNNELS.stream().filter(count -> count < tunnels), Stream.of(tunnels))
                .filter(count -> count > PACED.tunnels())
                .map(PACED::over);
        return Stream.of(PLAIN.stream(), PLAIN.stream().map(Echo::secured), more)
                .flatMap(each -> each)
                .toList();
    }

    /** What one of them takes part in: not in TLS without an address for it, and not over more tunnels than it can have. */
    List<Echo> echoesOf(Started contender) {
        return echoes.stream()
                .filter(echo -> !echo.tls() || contender.secured().isPresent())
                .filter(echo -> echo.tunnels() <= contender.mostTunnels())
                .toList();
    }

    /** The same, without those that another one warms up: more tunnels take the same way. */
    List<Echo> toWarmUp(Started contender) {
        List<Echo> all = echoesOf(contender);
        return all.stream()
                .filter(echo -> !echo.takesTurns() || !all.contains(echo.over(echo.underWay())))
                .toList();
    }

    /**
     * Whether opening handshakes are warmed up: memory is measured when their path, too, has taken what it takes, and thousands of
     * tunnels that open for a load would otherwise have it compiled while the load runs.
     */
    boolean opens() {
        return others.contains(HANDSHAKES)
                || others.contains(IDLE)
                || echoes.stream().anyMatch(Echo::takesTurns);
    }

    /** How many measurements one of them has in all. */
    int steps(Started contender) {
        int warming = warmUp.times(contender.compiles()) * (toWarmUp(contender).size() + (opens() ? 1 : 0));
        int echoing = rounds * echoesOf(contender).size();
        int idle = others.contains(IDLE) ? 1 : 0;
        int latency = others.contains(LATENCY) ? 1 : 0;
        int handshakes = others.contains(HANDSHAKES) ? rounds : 0;
        return warming + echoing + handshakes + rounds * latency + idle;
    }

    /** The names of all loads, in the order in which they are told. */
    public List<String> loads() {
        return Stream.concat(
                        echoes.stream().map(Echo::key),
                        Stream.of(LATENCY, HANDSHAKES, IDLE).filter(others::contains))
                .toList();
    }

    /** The same without the sweep over more and more tunnels. */
    public BenchPlan withoutSweep() {
        return new BenchPlan(
                rounds,
                slice,
                echoes.stream().filter(echo -> !echo.takesTurns()).toList(),
                others,
                paced,
                rate,
                tunnels,
                warmUp);
    }

    /** The same with those loads alone whose names are chosen. */
    public BenchPlan only(Predicate<String> chosen) {
        return new BenchPlan(
                rounds,
                slice,
                echoes.stream().filter(echo -> chosen.test(echo.key())).toList(),
                others.stream().filter(chosen).collect(Collectors.toUnmodifiableSet()),
                paced,
                rate,
                tunnels,
                warmUp);
    }

    /** The same with slices of another length. */
    public BenchPlan lasting(Duration other) {
        return new BenchPlan(rounds, other, echoes, others, paced, rate, tunnels, warmUp);
    }

    /** The same at another rate. */
    public BenchPlan at(int other) {
        return new BenchPlan(rounds, slice, echoes, others, paced, other, tunnels, warmUp);
    }

    /** The same so often. */
    public BenchPlan repeated(int other) {
        return new BenchPlan(other, slice, echoes, others, paced, rate, tunnels, warmUp);
    }

    /** The same with another limit of the CPU that the proxy may use for each load to warm up. */
    public BenchPlan warmedWithin(Duration other) {
        return new BenchPlan(
                rounds,
                slice,
                echoes,
                others,
                paced,
                rate,
                tunnels,
                new WarmUp(warmUp.look().compareTo(other) < 0 ? warmUp.look() : other, other, warmUp.handshakes()));
    }
}
