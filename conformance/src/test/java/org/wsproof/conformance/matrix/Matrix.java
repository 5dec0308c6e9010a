package org.wsproof.conformance.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiPredicate;
import org.wsproof.conformance.certificates.Certificates;
import org.wsproof.conformance.judge.Fact;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.CounterExample;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.relay.SoundRelay;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.stage.Settings;
import org.wsproof.conformance.stage.Stage;
import org.wsproof.conformance.stage.Token;

/**
 * Every case performed through the sound relay under no fault and under each: a relay a column. Cases that judge times run
 * when all others are done. Heavy cases (many MiB or thousands of frames) run only under no fault and under their own counter-examples.
 */
final class Matrix {
    private static final int FEW_JOBS = 6;
    private static final int JOBS = 24;
    private static final long SEED = 1;
    private static final int TIMING_JOBS = 60;
    /** Each with its origins, their threads, and what the threads hold. */
    private static final int RELAYS = 40;

    /** Odd, so that like names do not draw like lots. */
    private static final int LOT = 0x9E3779B1;

    private static final int LOTS = 1 << 16;
    private static final List<String> HEAVY = List.of(
            "flow-control/",
            "isolation/",
            "passthrough/message-of-16777216-octets",
            "passthrough/duplex-in-order",
            "echo/many-in-order");

    /** No fault, or one. */
    record Column(Optional<Fault> fault) {
        String name() {
            return fault.map(Fault::slug).orElse("sound");
        }
    }

    private final List<Case> cases;
    private final Set<Case> proven;
    private final double others;
    private final Certificates certificates = Certificates.create();
    private final Map<Column, Map<String, Result>> results = new ConcurrentHashMap<>();
    private final List<Column> columns = new ArrayList<>();

    Matrix(Selection selection) {
        this.cases = selection.all();
        this.proven = Set.copyOf(selection.proven());
        this.others = selection.others();
        columns.add(new Column(Optional.empty()));
        selection.faults().forEach(fault -> columns.add(new Column(Optional.of(fault))));
        columns.forEach(column -> results.put(column, new ConcurrentHashMap<>()));
    }

    /** First what must pass, with the machine to itself; then the faults, so many relays at a time as a machine bears. */
    void run() throws IOException, InterruptedException {
        try (Batch sound = new Batch(columns.subList(0, 1))) {
            sound.run(FEW_JOBS, (column, subject) -> proven.contains(subject) && !timing(subject));
            sound.run(TIMING_JOBS, (column, subject) -> proven.contains(subject) && timing(subject));
        }
        for (int from = 1; from < columns.size(); from += RELAYS) {
            try (Batch batch = new Batch(columns.subList(from, Math.min(from + RELAYS, columns.size())))) {
                batch.run(JOBS, (column, subject) -> !timing(subject) && !heavy(subject) && wanted(column, subject));
                batch.run(
                        TIMING_JOBS,
                        (column, subject) -> timing(subject) && !heavy(subject) && wanted(column, subject));
                batch.run(FEW_JOBS, (column, subject) -> heavy(subject) && aimedAt(column, subject));
                batch.run(1, this::missed);
                batch.run(1, this::missed);
            }
        }
    }

    /**
     * A counter-example that did not show: another case may have taken the connection that it had poisoned, or whatever it
     * shares with those beside it. By itself it must.
     */
    private boolean missed(Column column, Case subject) {
        return subject.counterExamples().stream()
                .filter(example -> example.fault().equals(column.name()))
                .anyMatch(example -> result(column, subject).stream().noneMatch(result -> caught(result, example)));
    }

    /** True if the case fails, or observes, with the fact that its counter-example states. */
    static boolean caught(Result result, CounterExample example) {
        boolean accused = result.outcome() instanceof Outcome.Failed
                || result.outcome() instanceof Outcome.Warned
                || result.outcome() instanceof Outcome.Observed;
        return accused
                && result.outcome().facts().stream()
                        .map(Fact::toString)
                        .anyMatch(fact -> fact.contains(example.fact()));
    }

    /** The counter-examples, and the selection's share of the others: the same ones in every run. */
    private boolean wanted(Column column, Case subject) {
        int lot = Math.floorMod((column.name() + subject.id()).hashCode() * LOT, LOTS);
        return aimedAt(column, subject) || lot < others * LOTS;
    }

    List<Column> columns() {
        return columns;
    }

    /** What came of a case under a column; empty where it was left out as heavy. */
    Optional<Result> result(Column column, Case subject) {
        return Optional.ofNullable(results.getOrDefault(column, Map.of()).get(subject.id()));
    }

    /** True if the case names this column's fault as its counter-example. */
    static boolean aimedAt(Column column, Case subject) {
        return subject.counterExamples().stream().anyMatch(c -> c.fault().equals(column.name()));
    }

    /** Some columns, each with its relay and an origin behind it. */
    private final class Batch implements AutoCloseable {
        private final Map<Column, Stage> stages = new LinkedHashMap<>();

        Batch(List<Column> some) throws IOException {
            for (Column column : some) {
                SoundRelay relay = column.fault().map(SoundRelay::new).orElseGet(SoundRelay::new);
                stages.put(column, Stage.open(relay, new Settings(SEED, Token.QUERY), certificates));
            }
        }

        void run(int jobs, BiPredicate<Column, Case> wanted) throws InterruptedException {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (Case subject : cases) {
                stages.forEach((column, stage) -> {
                    if (wanted.test(column, subject)) {
                        tasks.add(() -> perform(column, stage, subject));
                    }
                });
            }
            // Mixed, so that the same demanding case does not run under all faults at once.
            Collections.shuffle(tasks, new Random(SEED));
            ExecutorService workers = Executors.newFixedThreadPool(jobs);
            try {
                for (Future<Void> future : workers.invokeAll(tasks)) {
                    future.get();
                }
            } catch (ExecutionException e) {
                throw new UncheckedIOException(new IOException(e.getCause()));
            } finally {
                workers.shutdownNow();
            }
        }

        @Override
        public void close() {
            stages.values().forEach(Stage::close);
        }
    }

    /** The traces of tens of thousands of performances are nobody's to read. */
    private Void perform(Column column, Stage stage, Case subject) throws InterruptedException {
        Result whole = stage.perform(subject);
        Result kept = new Result(subject, whole.outcome(), whole.endings(), whole.millis(), List.of());
        Objects.requireNonNull(results.get(column)).put(subject.id(), kept);
        return null;
    }

    private static boolean timing(Case subject) {
        return subject.profile() == Profile.SHORT_TIMERS || subject.room() == Case.Room.OWN_INSTANCE;
    }

    private static boolean heavy(Case subject) {
        return HEAVY.stream().anyMatch(subject.id()::startsWith);
    }
}
