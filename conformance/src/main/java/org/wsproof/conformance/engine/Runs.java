package org.wsproof.conformance.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;

/** What came of each case, each time that it was run. Thread-safe. */
final class Runs {
    /** The later, the worse: what a case is reported as that was not the same each time. */
    private static final List<Class<? extends Outcome>> WORSE = List.of(
            Outcome.Passed.class,
            Outcome.Observed.class,
            Outcome.NotApplicable.class,
            Outcome.Blocked.class,
            Outcome.Warned.class,
            Outcome.Failed.class,
            Outcome.SetupFailed.class,
            Outcome.HarnessFault.class);

    private final Map<String, List<Result>> results = new ConcurrentHashMap<>();

    void add(Result result) {
        results.compute(result.subject().id(), (id, before) -> {
            List<Result> all = new ArrayList<>(before == null ? List.of() : before);
            all.add(result);
            return List.copyOf(all);
        });
    }

    /** The worst result of a case; of equals the first. */
    Result worst(String id) {
        List<Result> all = Objects.requireNonNull(results.get(id), id);
        int worst = all.stream().mapToInt(Runs::badness).max().orElseThrow();
        return all.stream()
                .filter(result -> badness(result) == worst)
                .findFirst()
                .orElseThrow();
    }

    /** The worst result of each case, in no order. */
    List<Result> worst() {
        return results.keySet().stream().map(this::worst).toList();
    }

    /** True if the case was run and never did anything but pass. */
    boolean passed(String id) {
        return results.containsKey(id) && worst(id).outcome() instanceof Outcome.Passed;
    }

    /** Each result of a case that accuses the target becomes what this makes of it. */
    void replaceAccusing(String id, UnaryOperator<Result> with) {
        results.computeIfPresent(
                id,
                (key, all) -> all.stream()
                        .map(result -> Engine.accuses(result) ? with.apply(result) : result)
                        .toList());
    }

    /** What came how often, for each of these cases that was not the same each time; in their order. */
    Map<String, Map<String, Integer>> flaky(List<String> ids) {
        Map<String, Map<String, Integer>> flaky = new LinkedHashMap<>();
        for (String id : ids) {
            Map<String, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
            Objects.requireNonNull(results.get(id), id).forEach(result -> counts.merge(kind(result), 1, Integer::sum));
            if (counts.size() > 1) {
                flaky.put(id, counts);
            }
        }
        return flaky;
    }

    /** What an OBSERVE case saw is a matter of its own. */
    private static String kind(Result result) {
        Outcome outcome = result.outcome();
        boolean tells = outcome instanceof Outcome.Observed && !outcome.facts().isEmpty();
        return tells ? outcome.slug() + " " + outcome.facts().get(0).value() : outcome.slug();
    }

    private static int badness(Result result) {
        return WORSE.indexOf(result.outcome().getClass());
    }
}
