package org.wsproof.conformance.matrix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.wsproof.conformance.judge.Fact;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.CounterExample;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.stage.Stage;

/**
 * Every case performed through the sound relay under no fault and under each: a column. Cases that judge times run
 * when all others are done. Heavy cases (many MiB or thousands of frames) run only under no fault and under their own counter-examples.
 */
final class Matrix {
    private static final int FEW_JOBS = 6;
    private static final int JOBS = 32;
    private static final long SEED = 1;
    private static final int TIMING_JOBS = 60;
    /** So many columns are mixed: each has a relay with its origins, their threads, and what the threads hold. */
    private static final int MIXED = 24;

    private static final double UNTOUCHED = 0.9;

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
    private final Relays relays = new Relays();
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

    /** First what must pass, with the machine to itself; then the faults. */
    void run() throws IOException, InterruptedException {
        List<Column> sound = columns.subList(0, 1);
        run(sound, new Shift(FEW_JOBS, (column, subject) -> proven.contains(subject) && !timing(subject)));
        run(sound, new Shift(TIMING_JOBS, (column, subject) -> proven.contains(subject) && timing(subject)));
        run(sound, new Shift(1, this::disturbed));
        List<Column> faults = columns.subList(1, columns.size());
        run(
                faults,
                new Shift(JOBS, (column, subject) -> !timing(subject) && !heavy(subject) && wanted(column, subject)),
                new Shift(FEW_JOBS, (column, subject) -> heavy(subject) && aimedAt(column, subject)));
        run(
                faults,
                new Shift(
                        TIMING_JOBS,
                        (column, subject) -> timing(subject) && !heavy(subject) && wanted(column, subject)));
        run(faults, new Shift(1, this::missed));
        run(faults, new Shift(1, this::missed));
        run(faults, new Shift(1, this::disturbed));
    }

    /** What is performed, and how much of it at a time. */
    private record Shift(int jobs, BiPredicate<Column, Case> wanted) {}

    /**
     * A counter-example that did not show: another case may have taken the connection that it had poisoned, or whatever it
     * shares with those beside it. By itself it must.
     */
    private boolean missed(Column column, Case subject) {
        return subject.counterExamples().stream()
                .filter(example -> example.fault().equals(column.name()))
                .anyMatch(example -> result(column, subject).stream().noneMatch(result -> caught(result, example)));
    }

    /**
     * What does not name the fault, and failed where it ought to pass: on a machine with other things to do it may, among many. By
     * itself it must not.
     */
    private boolean disturbed(Column column, Case subject) {
        return !aimedAt(column, subject)
                && result(column, subject).stream().anyMatch(result -> !MatrixTest.good(result))
                && (column.fault().isEmpty() || broad(column));
    }

    /** True if of the cases that do not name the fault fewer than nine in ten pass. */
    boolean broad(Column column) {
        long others = results(column).stream()
                .filter(result -> !aimedAt(column, result.subject()))
                .count();
        return alsoFailing(column).size() > others * (1 - UNTOUCHED);
    }

    /** Cases that do not name the fault, and do not pass. */
    List<Result> alsoFailing(Column column) {
        return results(column).stream()
                .filter(result -> !aimedAt(column, result.subject()) && !MatrixTest.good(result))
                .toList();
    }

    /** What has come of the cases under a column so far. */
    List<Result> results(Column column) {
        return cases.stream()
                .flatMap(subject -> result(column, subject).stream())
                .toList();
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

    /** Performs what is wanted under these columns, the shifts beside each other, and waits for all of it. */
    private void run(List<Column> some, Shift... shifts) throws IOException, InterruptedException {
        List<ExecutorService> all = new ArrayList<>();
        List<Future<Void>> futures = new ArrayList<>();
        try {
            for (Shift shift : shifts) {
                ExecutorService workers = Executors.newFixedThreadPool(shift.jobs());
                all.add(workers);
                queue(some, shift.wanted()).forEach(work -> futures.add(workers.submit(work)));
            }
            for (Future<Void> future : futures) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            all.forEach(ExecutorService::shutdownNow);
        }
    }

    /**
     * The columns one after the other, so that few relays are there at a time, but a few of them mixed, so that the same demanding case
     * does not run under all faults at once. Counter-examples wait for what does not come: they are spread over the first half.
     */
    private List<Callable<Void>> queue(List<Column> some, BiPredicate<Column, Case> wanted) {
        Random random = new Random(SEED);
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            Column column = some.get(i);
            List<Case> mine =
                    cases.stream().filter(one -> wanted.test(column, one)).toList();
            Relays.Shared shared = relays.shared(
                    column, mine.stream().filter(one -> !aimedAt(column, one)).count());
            for (Case subject : mine) {
                turns.add(
                        aimedAt(column, subject)
                                ? new Turn(random.nextDouble() * some.size() / 2, () -> alone(column, subject))
                                : new Turn(i + random.nextDouble() * MIXED, () -> among(shared, column, subject)));
            }
        }
        return turns.stream()
                .sorted(Comparator.comparingDouble(Turn::at))
                .map(Turn::work)
                .toList();
    }

    /** When something is done: earlier than what has a higher number. */
    private record Turn(double at, Callable<Void> work) {}

    /** Through a relay of its own: a counter-example may take seconds, and what it makes special is then nobody else's. */
    private Void alone(Column column, Case subject) throws IOException, InterruptedException {
        try (Stage stage = relays.open(column)) {
            return perform(column, stage, subject);
        }
    }

    private Void among(Relays.Shared shared, Column column, Case subject) throws IOException, InterruptedException {
        try {
            return perform(column, shared.take(), subject);
        } finally {
            shared.release();
        }
    }

    /** The traces of tens of thousands of performances are nobody's to read. */
    private Void perform(Column column, Stage stage, Case subject) throws InterruptedException {
        Result whole = stage.perform(subject);
        Result kept = new Result(subject, whole.outcome(), whole.endings(), whole.millis(), List.of());
        Optional.ofNullable(Objects.requireNonNull(results.get(column)).put(subject.id(), kept))
                .ifPresent(before ->
                        System.out.println("again, by itself: " + column.name() + " × " + MatrixTest.told(before)));
        return null;
    }

    private static boolean timing(Case subject) {
        return subject.profile() == Profile.SHORT_TIMERS || subject.room() == Case.Room.OWN_INSTANCE;
    }

    private static boolean heavy(Case subject) {
        return HEAVY.stream().anyMatch(subject.id()::startsWith);
    }
}
