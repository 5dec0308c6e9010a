package org.wsproof.conformance.stage.operation;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Step.Figure;
import org.wsproof.conformance.model.Step.Operation;
import org.wsproof.conformance.targets.Operations;
import org.wsproof.conformance.transcript.Event;
import org.wsproof.conformance.transcript.Recorder;

/** Runs one case's target: asks things of it, reads its figures, and records both. */
public final class Operator {
    private static final long POLL_MILLIS = 50;
    /** What a target closes it may close a little later: a second is usual. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);
    /** A baseline is taken once the figures have stood still for so many readings. */
    private static final int CALM = 5;

    private final Recorder recorder;
    private final Operations target;
    private final LongSupplier backsideConnections;
    private final Map<Figure, Long> baseline = new EnumMap<>(Figure.class);

    /** @param backsideConnections how many connections to the origin the target has open, as the origin sees it */
    public Operator(Recorder recorder, Operations target, LongSupplier backsideConnections) {
        this.recorder = recorder;
        this.target = target;
        this.backsideConnections = backsideConnections;
    }

    /**
     * Has the target do it, and records that.
     *
     * @throws IOException if the target can't be asked; the message is for a person
     */
    public void perform(Operation what) throws IOException, InterruptedException {
        switch (what) {
            case DRAIN -> target.drain();
            case RELOAD -> target.reload();
            case GAUGE -> {
                gauge();
                return;
            }
        }
        recorder.event(Endpoint.operator(what), Event.What.OPERATED, 0, "told to " + what.slug());
    }

    private void gauge() throws IOException, InterruptedException {
        boolean first = baseline.isEmpty();
        Map<Figure, Long> figures = first ? calm() : fallen();
        if (first) {
            baseline.putAll(figures);
        }
        figures.forEach((figure, value) -> {
            long more = value - baseline.getOrDefault(figure, 0L);
            String text = value + " " + figure.slug() + (first ? ", the baseline" : ", " + more + " over the baseline");
            recorder.event(Endpoint.operator(figure), Event.What.OPERATED, more, text);
        });
    }

    private Map<Figure, Long> calm() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        Map<Figure, Long> figures = read();
        for (int still = 0; still < CALM && System.nanoTime() < deadline; still++) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            Map<Figure, Long> next = read();
            still = next.equals(figures) ? still : -1;
            figures = next;
        }
        return figures;
    }

    private Map<Figure, Long> fallen() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        Map<Figure, Long> figures = read();
        while (above(figures) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            figures = read();
        }
        return figures;
    }

    private boolean above(Map<Figure, Long> figures) {
        return figures.entrySet().stream().anyMatch(one -> one.getValue() > baseline.getOrDefault(one.getKey(), 0L));
    }

    private Map<Figure, Long> read() throws IOException {
        Map<Figure, Long> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.DESCRIPTORS, target.descriptors());
        figures.put(Figure.BACKSIDE_CONNECTIONS, backsideConnections.getAsLong());
        return figures;
    }
}
