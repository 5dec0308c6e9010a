package org.wsproof.benchmarks.soak;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.wsproof.benchmarks.load.Counts;

/**
 * What a soak has found.
 *
 * @param verified what the clients sent, and what of it came back
 * @param failures what is not as it should be; each begins with the figure it is about
 */
public record SoakReport(Figures before, Figures peak, Figures after, Counts.Snapshot verified, List<String> failures) {
    private static final double MIB = 1024.0 * 1024.0;

    /** The figures as people read them. */
    public String table() {
        return String.format("%-20s%14s%14s%14s%n", "", "before", "at the peak", "after")
                + row("descriptors", "%.0f", Figures::descriptors)
                + row("in CLOSE_WAIT", "%.0f", Figures::closeWait)
                + row("in /tunnels", "%.0f", Figures::tunnels)
                + row("heap, MiB", "%.1f", figures -> figures.heap() / MIB)
                + row("direct memory, MiB", "%.1f", figures -> figures.direct() / MIB)
                + String.format(
                        Locale.ROOT,
                        "%d connections ended, %d of them tunnels; %d messages verified, %.1f MiB; %s%n",
                        verified.ended(),
                        verified.opened(),
                        verified.receivedMessages(),
                        verified.receivedOctets() / MIB,
                        failures.isEmpty() ? "0 octets lost, nothing unexpected in the log" : "FAILED: " + failures);
    }

    private String row(String name, String format, ToDoubleFunction<Figures> figure) {
        String cell = "%14s";
        return String.format(
                "%-20s" + cell + cell + cell + "%n",
                name,
                String.format(Locale.ROOT, format, figure.applyAsDouble(before)),
                String.format(Locale.ROOT, format, figure.applyAsDouble(peak)),
                String.format(Locale.ROOT, format, figure.applyAsDouble(after)));
    }
}
