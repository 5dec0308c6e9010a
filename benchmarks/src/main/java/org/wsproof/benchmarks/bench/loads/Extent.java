package org.wsproof.benchmarks.bench.loads;

import java.time.Duration;
import java.util.List;
import org.wsproof.benchmarks.bench.figures.Slice;

/**
 * How long a load runs: one look after the other, until there is enough.
 *
 * @param look how long one is
 * @param least so many have come back
 * @param steady the proxy's CPU for one falls no more from look to look, each of which takes so much of that CPU as to tell
 * @param most but not once the proxy has used so much CPU, nor in any case longer than half a minute
 */
public record Extent(Duration look, int least, boolean steady, Duration most) {
    /** A proxy through which nothing comes back for so long has failed. */
    static final Duration LATEST = Duration.ofSeconds(30);

    private static final double TOLERANCE = 0.05;

    /** So many looks together are compared with as many before them. */
    private static final int TOGETHER = 3;

    /** Where proxy and load share the machine with others, a look's time says little of how much the proxy has done in it. */
    private static final int TELLING = 2;

    /** One look, or as many as it takes until anything comes back. */
    public static Extent of(Duration time) {
        return new Extent(time, 1, false, LATEST);
    }

    /** Whether it can be counted as one, or has to go on. */
    boolean tells(Slice slice) {
        return !steady
                || slice.proxyCpu() == 0
                || slice.proxyCpu() * TELLING >= look.toNanos()
                || slice.nanos() >= most.toNanos();
    }

    boolean enough(List<Slice> looks) {
        long count = looks.stream().mapToLong(Slice::count).sum();
        long nanos = looks.stream().mapToLong(Slice::nanos).sum();
        long cpu = looks.stream().mapToLong(Slice::proxyCpu).sum();
        if (count == 0 || nanos >= LATEST.toNanos()) {
            return nanos >= LATEST.toNanos();
        }
        // The direct way has no proxy to be warmed up.
        boolean warm = !steady || cpu == 0 || cpu >= most.toNanos() || isSteady(looks);
        return warm && (count >= least || cpu >= most.toNanos());
    }

    /** Whether the last three looks are no cheaper than the three before, but for a twentieth. */
    static boolean isSteady(List<Slice> looks) {
        int size = looks.size();
        return size >= 2 * TOGETHER
                && cost(looks.subList(size - TOGETHER, size))
                        >= cost(looks.subList(size - 2 * TOGETHER, size - TOGETHER)) * (1 - TOLERANCE);
    }

    /** CPU for one; infinite where nothing came back. */
    private static double cost(List<Slice> looks) {
        double count = looks.stream().mapToLong(Slice::count).sum();
        return looks.stream().mapToLong(Slice::proxyCpu).sum() / count;
    }
}
