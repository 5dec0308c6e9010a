package org.wsproof.benchmarks.load.origin;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.wsproof.benchmarks.load.Counts;

/**
 * What an origin in a process of its own says of itself, in a line.
 *
 * @param wrong the first thing that a client did wrong; "" if none did
 */
public record OriginReport(Counts.Snapshot counts, String wrong) {
    private static final int COLUMNS = 7;

    String line() {
        String numbers = LongStream.of(
                        counts.opened(),
                        counts.ended(),
                        counts.sentMessages(),
                        counts.sentOctets(),
                        counts.receivedMessages(),
                        counts.receivedOctets())
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" "));
        return numbers + " " + wrong;
    }

    static OriginReport of(String line) {
        String[] parts = line.split(" ", COLUMNS);
        Counts.Snapshot counts = new Counts.Snapshot(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]),
                Long.parseLong(parts[4]),
                Long.parseLong(parts[5]));
        return new OriginReport(counts, parts[6]);
    }
}
