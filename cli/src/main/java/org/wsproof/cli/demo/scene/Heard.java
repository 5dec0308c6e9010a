package org.wsproof.cli.demo.scene;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes what the client prints, line by line, with the time of each. */
public final class Heard extends Writer {
    private final StringBuilder unfinished = new StringBuilder();
    private final List<Line> lines = new ArrayList<>();

    /** A line and when it was complete, as {@link System#nanoTime} has it. */
    public record Line(String text, long nanos) {
        /** Whole milliseconds from {@code start}. */
        public long millisSince(long start) {
            return Math.round((nanos - start) / 1e6);
        }
    }

    @Override
    public void write(char[] text, int offset, int length) {
        synchronized (lines) {
            for (int i = offset; i < offset + length; i++) {
                if (text[i] == '\n') {
                    lines.add(new Line(unfinished.toString().strip(), System.nanoTime()));
                    unfinished.setLength(0);
                } else {
                    unfinished.append(text[i]);
                }
            }
        }
    }

    /** The first line that begins so. */
    public Optional<Line> first(String beginning) {
        synchronized (lines) {
            return lines.stream()
                    .filter(line -> line.text().startsWith(beginning))
                    .findFirst();
        }
    }

    /** The last line so far. */
    public Optional<Line> last() {
        synchronized (lines) {
            return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
