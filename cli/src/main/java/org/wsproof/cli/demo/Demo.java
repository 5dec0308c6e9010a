package org.wsproof.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wsproof.cli.demo.scene.Scene;
import org.wsproof.cli.demo.scene.Step;
import org.wsproof.cli.demo.scene.StepException;

/** Plays the steps one after another, and prints what each observed. */
final class Demo {
    /** The kernel may need a moment until a child that was killed is seen to have ended. */
    private static final Duration MOMENT = Duration.ofMillis(200);

    private static final Duration WATCH = Duration.ofMillis(300);

    private final Scene scene;
    private final PrintWriter out;
    private final PrintWriter err;

    Demo(Scene scene, PrintWriter out, PrintWriter err) {
        this.scene = scene;
        this.out = out;
        this.err = err;
    }

    /** Returns whether every step observed what it is to show. */
    boolean play(List<Step> steps) throws InterruptedException {
        long start = System.nanoTime();
        int width = steps.stream().mapToInt(step -> step.name().length()).max().orElse(0);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            try {
                String observed = step.action().perform();
                requireAll(Duration.ZERO);
                out.println(String.format("%3d  %-" + width + "s  %s", i + 1, step.name(), observed));
                out.flush();
            } catch (IOException | StepException e) {
                err.println("wsproof demo: step " + (i + 1) + ", " + step.name() + ": " + cause(e));
                return false;
            }
        }
        tell(steps, (System.nanoTime() - start) / 1e9);
        return true;
    }

    private void requireAll(Duration most) throws InterruptedException, StepException {
        Optional<String> lost = scene.lost(most);
        if (lost.isPresent()) {
            throw new StepException("every process to go on", lost.get());
        }
    }

    private String cause(Exception e) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("told to stop");
        }
        return scene.lost(MOMENT).map(lost -> lost + "; ").orElse("") + e.getMessage();
    }

    private void tell(List<Step> steps, double seconds) {
        List<String> shown =
                steps.stream().map(Step::shown).filter(text -> !text.isEmpty()).toList();
        out.println();
        out.println(String.format(Locale.ROOT, "Shown, in %.1f s:", seconds));
        shown.forEach(text -> out.println("  - " + text));
        out.flush();
    }

    /** Returns when a child has ended, and says which. */
    void watch() throws InterruptedException {
        Optional<String> lost = Optional.empty();
        while (lost.isEmpty()) {
            lost = scene.lost(WATCH);
        }
        err.println("wsproof demo: " + lost.get());
    }
}
