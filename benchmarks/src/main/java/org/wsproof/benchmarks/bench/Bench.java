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
import org.wsproof.benchmarks.bench.figures.BenchReport;
import org.wsproof.benchmarks.bench.figures.Described;
import org.wsproof.benchmarks.bench.figures.Echo;
import org.wsproof.benchmarks.bench.figures.Idle;
import org.wsproof.benchmarks.bench.figures.Latency;
import org.wsproof.benchmarks.bench.figures.Result;
import org.wsproof.benchmarks.bench.figures.Setting;
import org.wsproof.benchmarks.bench.figures.Slice;
import org.wsproof.benchmarks.bench.loads.Stand;
import org.wsproof.benchmarks.load.line.TlsClient;
import org.wsproof.conformance.certificates.Certificates;

/**
 * One bench: all contenders run side by side, and take turns. In each round every one of them has a turn of every load, so that
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
        try (Cores cores = Cores.divide();
                Stand stand = Stand.start(tls)) {
            Keys keys = Keys.in(folder, certificates);
            for (Contender contender : contenders) {
                Path own = Files.createDirectory(folder.resolve(contender.name()));
                running.add(started(
                        contender,
                        new Ground(
                                own,
                                stand.origin(),
                                keys,
                                cores,
                                plan.tunnels(),
                                Math.min(Conditions.descriptors(), 4 * plan.tunnels() + 1000))));
            }
            running.forEach(
                    one -> steps += (1 + plan.rounds()) * (plan.echoesOf(one).size() + 2) + 1);
            Setting setting = Conditions.of(plan, cores, tls);
            beginning.started(setting, running.stream().map(Started::described).toList());
            return new BenchReport(setting, plan.echoes(), measured(stand, running));
        } finally {
            running.forEach(Started::close);
            delete(folder);
        }
    }

    private static Started started(Contender contender, Ground ground) throws IOException {
        try {
            return contender.start(ground);
        } catch (IOException e) {
            throw new IOException(contender.name() + ": " + e.getMessage(), e);
        }
    }

    private List<Result> measured(Stand stand, List<Started> running) throws IOException, InterruptedException {
        for (int round = 0; round <= plan.rounds(); round++) {
            for (Started contender : running) {
                turn(stand, contender, round);
            }
        }
        List<Result> results = new ArrayList<>();
        for (Started contender : running) {
            Optional<Idle> idle = told(
                            stand,
                            contender,
                            plan.tunnels() + " idle tunnels",
                            () -> stand.idle(contender, plan.tunnels()))
                    .flatMap(one -> one);
            results.add(of(contender).with(contender, idle, failures.get(contender)));
        }
        return results;
    }

    /** All loads once; round 0 only warms up. */
    private void turn(Stand stand, Started contender, int round) throws IOException, InterruptedException {
        String when = round == 0 ? "warming up: " : "round " + round + " of " + plan.rounds() + ": ";
        Taken into = round == 0 ? new Taken() : of(contender);
        for (Echo echo : plan.echoesOf(contender)) {
            told(stand, contender, when + echo.title(), () -> stand.echo(contender, echo, plan.slice()))
                    .ifPresent(into.echoes().computeIfAbsent(echo, each -> new ArrayList<>())::add);
        }
        told(stand, contender, when + "latency", () -> stand.pace(contender, plan.paced(), plan.rate(), plan.slice()))
                .ifPresent(into.latencies()::add);
        told(
                        stand,
                        contender,
                        when + "handshakes",
                        () -> stand.handshakes(contender, plan.slice(), round == 0 ? plan.warmUp() : 1))
                .ifPresent(into.handshakes()::add);
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
