package org.wsproof.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wsproof.benchmarks.bench.contenders.Contender;
import org.wsproof.benchmarks.bench.contenders.Cores;
import org.wsproof.benchmarks.bench.contenders.Ground;
import org.wsproof.benchmarks.bench.contenders.Keys;
import org.wsproof.benchmarks.bench.contenders.Started;
import org.wsproof.benchmarks.bench.contenders.Threaded;
import org.wsproof.benchmarks.bench.figures.BenchReport;
import org.wsproof.benchmarks.bench.figures.Described;
import org.wsproof.benchmarks.bench.figures.Echo;
import org.wsproof.benchmarks.bench.figures.Idle;
import org.wsproof.benchmarks.bench.figures.Latency;
import org.wsproof.benchmarks.bench.figures.Result;
import org.wsproof.benchmarks.bench.figures.Setting;
import org.wsproof.benchmarks.bench.figures.Slice;
import org.wsproof.benchmarks.bench.loads.Extent;
import org.wsproof.benchmarks.bench.loads.Stand;
import org.wsproof.benchmarks.load.line.TlsClient;
import org.wsproof.conformance.certificates.Certificates;

/**
 * One bench: all contenders run side by side, and take turns, after each has been warmed up. In each round every one of them has a turn of every load, so that
 * what else happens on the machine meets all of them alike. What it starts is stopped when {@link #run} returns or throws.
 */
public final class Bench {
    private final BenchPlan plan;
    private final List<Contender> contenders;
    private final BenchProgress progress;
    private final Map<Started, Taken> taken = new HashMap<>();
    private final Map<Started, String> failures = new HashMap<>();
    private int step;
    private int steps;

    public Bench(BenchPlan plan, List<Contender> contenders, BenchProgress progress) {
        this.plan = plan;
        this.contenders = contenders;
        this.progress = progress;
    }

    /** What has been measured of one so far. */
    private record Taken(Map<Echo, List<Slice>> echoes, List<Latency> latencies, List<Slice> handshakes) {
        Taken() {
            this(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        }

        Result with(Started contender, Optional<Idle> idle, @Nullable String failure) {
            return new Result(
                    contender.described(),
                    contender.process().isPresent(),
                    echoes,
                    latencies,
                    handshakes,
                    idle,
                    Optional.ofNullable(failure));
        }
    }

    /** Told once all contenders run, before anything is measured. */
    public interface Beginning {
        void started(Setting setting, List<Described> contenders);
    }

    /**
     * Measures.
     *
     * @throws IOException if a contender can't be started: who, and why; one that fails under load is left out from then on
     * @throws InterruptedException if the thread is told to stop
     */
    public BenchReport run(Beginning beginning) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("wsproof-bench");
        List<Started> running = new ArrayList<>();
        Certificates certificates = Certificates.create();
        TlsClient tls = TlsClient.of(certificates.clientContext());
        try (Cores cores = Cores.divide(mostThreads());
                Stand stand = Stand.start(tls)) {
            Ground common = new Ground(
                    folder,
                    stand.origin(),
                    Keys.in(folder, certificates),
                    cores,
                    1,
                    plan.tunnels(),
                    Math.min(Conditions.descriptors(), 4 * plan.tunnels() + 1000));
            for (Contender contender : contenders) {
                Path own = Files.createDirectory(folder.resolve(contender.name()));
                running.add(started(contender, common.in(own)));
            }
            running.forEach(one -> steps += plan.steps(one));
            Setting setting = Conditions.of(plan, cores, mostThreads(), tls);
            beginning.started(setting, running.stream().map(Started::described).toList());
            Neighbours neighbours = Neighbours.watch(running);
            List<Result> results = measured(stand, running);
            return new BenchReport(setting, plan.echoes(), results, neighbours.warnings());
        } finally {
            running.forEach(Started::close);
            delete(folder);
        }
    }

    private int mostThreads() {
        return contenders.stream()
                .mapToInt(one -> one instanceof Threaded threaded ? threaded.threads() : 1)
                .max()
                .orElse(1);
    }

    private static Started started(Contender contender, Ground ground) throws IOException {
        try {
            return contender.start(ground);
        } catch (IOException e) {
            throw new IOException(contender.name() + ": " + e.getMessage(), e);
        }
    }

    private List<Result> measured(Stand stand, List<Started> running) throws IOException, InterruptedException {
        for (Started contender : running) {
            warmUp(stand, contender);
        }
        rounds(running, (contender, when) -> turn(stand, contender, when));
        Map<Started, Idle> idle = new HashMap<>();
        if (plan.others().contains(BenchPlan.IDLE)) {
            for (Started contender : running) {
                idle(stand, contender).ifPresent(one -> idle.put(contender, one));
            }
        }
        // Memory that thousands of tunnels took is seldom given back, so they come after those that are counted for it.
        rounds(running, (contender, when) -> sweep(stand, contender, when));
        return running.stream()
                .map(one -> of(one).with(one, Optional.ofNullable(idle.get(one)), failures.get(one)))
                .toList();
    }

    private interface Turn {
        void take(Started contender, String when) throws IOException, InterruptedException;
    }

    private void rounds(List<Started> running, Turn turn) throws IOException, InterruptedException {
        for (int round = 1; round <= plan.rounds(); round++) {
            for (Started contender : running) {
                turn.take(contender, "round " + round + " of " + plan.rounds() + ": ");
            }
        }
    }

    private Optional<Idle> idle(Stand stand, Started contender) throws IOException, InterruptedException {
        int tunnels = Math.min(plan.tunnels(), contender.mostTunnels());
        return told(stand, contender, tunnels + " idle tunnels", () -> stand.idle(contender, tunnels))
                .flatMap(one -> one);
    }

    private void warmUp(Stand stand, Started contender) throws IOException, InterruptedException {
        for (int time = 0; time < plan.warmUp().times(contender.compiles()); time++) {
            warmUpOnce(stand, contender);
        }
    }

    private void warmUpOnce(Stand stand, Started contender) throws IOException, InterruptedException {
        String when = "warming up: ";
        for (Echo echo : plan.toWarmUp(contender)) {
            Extent extent = plan.warmUp().messages();
            told(stand, contender, when + echo.title(), () -> stand.echo(contender, echo, extent));
        }
        if (plan.opens()) {
            Extent extent = plan.warmUp().openings(contender.compiles());
            told(stand, contender, when + "handshakes", () -> stand.handshakes(contender, extent));
        }
    }

    /** More and more tunnels. */
    private void sweep(Stand stand, Started contender, String when) throws IOException, InterruptedException {
        for (Echo echo : plan.echoesOf(contender)) {
            if (echo.takesTurns()) {
                echo(stand, contender, echo, when);
            }
        }
    }

    private void echo(Stand stand, Started contender, Echo echo, String when) throws IOException, InterruptedException {
        Extent slice = Extent.of(plan.slice());
        told(stand, contender, when + echo.title(), () -> stand.echo(contender, echo, slice))
                .ifPresent(of(contender).echoes().computeIfAbsent(echo, each -> new ArrayList<>())::add);
    }

    /** All loads once, but for more and more tunnels. */
    private void turn(Stand stand, Started contender, String when) throws IOException, InterruptedException {
        Taken into = of(contender);
        for (Echo echo : plan.echoesOf(contender)) {
            if (!echo.takesTurns()) {
                echo(stand, contender, echo, when);
            }
        }
        if (plan.others().contains(BenchPlan.LATENCY)) {
            told(
                            stand,
                            contender,
                            when + "latency",
                            () -> stand.pace(contender, plan.paced(), plan.rate(), plan.slice()))
                    .ifPresent(into.latencies()::add);
        }
        if (plan.others().contains(BenchPlan.HANDSHAKES)) {
            Extent slice = Extent.of(plan.slice());
            told(stand, contender, when + "handshakes", () -> stand.handshakes(contender, slice))
                    .ifPresent(into.handshakes()::add);
        }
    }

    private Taken of(Started contender) {
        return taken.computeIfAbsent(contender, each -> new Taken());
    }

    private interface Measuring<T> {
        T measure() throws IOException, InterruptedException;
    }

    /** Empty once this contender has failed: the others go on without it. */
    private <T> Optional<T> told(Stand stand, Started contender, String what, Measuring<T> measuring)
            throws IOException, InterruptedException {
        step++;
        if (failures.containsKey(contender)) {
            return Optional.empty();
        }
        progress.at(contender.described().name() + ", " + what, step, steps);
        try {
            return Optional.of(measuring.measure());
        } catch (IOException e) {
            String words = contender.lastWords();
            failures.put(
                    contender, what + ": " + e.getMessage() + (words.isEmpty() ? "" : "; it printed last:\n" + words));
            stand.renew();
            return Optional.empty();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
