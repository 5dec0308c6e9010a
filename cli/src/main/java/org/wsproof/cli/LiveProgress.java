package org.wsproof.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wsproof.conformance.engine.Plan;
import org.wsproof.conformance.engine.Progress;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Case;

/**
 * Shows how far a run is: failures as they come, and on a terminal one line below them that is rewritten, with what runs;
 * elsewhere a line every few seconds.
 */
public final class LiveProgress implements Progress {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final String REWRITE = "\r\u001b[K";

    /** A line that a terminal breaks in two can't be taken off again. */
    private static final int WIDTH = 79;

    private final PrintWriter err;
    private final boolean terminal;
    private final Plan plan;
    private final String label;
    private final Set<String> running = new LinkedHashSet<>();
    private final Set<String> done = new LinkedHashSet<>();
    private int failed;
    private long last = System.nanoTime();

    LiveProgress(PrintWriter err, boolean terminal, Plan plan) {
        this(err, terminal, plan, "");
    }

    /** @param label which of several runs this is: its failures are counted then, and not named one by one; "" for the only one */
    public LiveProgress(PrintWriter err, boolean terminal, Plan plan, String label) {
        this.err = err;
        this.terminal = terminal;
        this.plan = plan;
        this.label = label.isEmpty() ? "" : label + ": ";
    }

    @Override
    public synchronized void began(int all) {
        show("");
    }

    @Override
    public synchronized void started(Case subject) {
        running.add(subject.id());
        show(running());
    }

    @Override
    public synchronized void finished(Result result) {
        String id = result.subject().id();
        running.remove(id);
        done.add(id);
        Outcome outcome = result.outcome();
        if (outcome instanceof Outcome.Failed && !plan.known().contains(id)) {
            failed++;
            if (label.isEmpty()) {
                clear();
                err.println("failed  " + id);
            }
        }
        show(running());
    }

    @Override
    public synchronized void confirming(int failures) {
        running.clear();
        show("repeating " + failures + " through the sound relay");
    }

    /** Takes the line off the terminal. */
    public synchronized void clear() {
        if (terminal) {
            err.print(REWRITE);
            err.flush();
        }
    }

    /** Which cases have not been run to their end, in a few words: how many, and of which suites. */
    public synchronized String notRun() {
        Map<String, Integer> suites = new LinkedHashMap<>();
        plan.selected().stream()
                .filter(one -> !done.contains(one.id()))
                .forEach(one -> suites.merge(one.suite(), 1, Integer::sum));
        int left = suites.values().stream().mapToInt(Integer::intValue).sum();
        String which = suites.entrySet().stream()
                .map(suite -> suite.getKey() + " " + suite.getValue())
                .collect(Collectors.joining(", "));
        return left + " of " + plan.selected().size() + " cases were not run" + (left == 0 ? "" : " (" + which + ")");
    }

    private String running() {
        List<String> ids = new ArrayList<>(running);
        return ids.isEmpty() ? "" : ids.get(0) + (ids.size() > 1 ? " and " + (ids.size() - 1) + " more" : "");
    }

    private void show(String now) {
        String count =
                label + done.size() + "/" + plan.selected().size() + (failed == 0 ? "" : ", " + failed + " failed");
        if (terminal) {
            String line = now.isEmpty() ? count : count + "  " + now;
            err.print(REWRITE + line.substring(0, Math.min(line.length(), WIDTH)));
            err.flush();
            return;
        }
        long time = System.nanoTime();
        if (time - last >= EVERY.toNanos()) {
            last = time;
            err.println("wsproof: " + count + " cases done");
        }
    }
}
