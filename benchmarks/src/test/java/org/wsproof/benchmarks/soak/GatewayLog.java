package org.wsproof.benchmarks.soak;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the gateway has printed. */
final class GatewayLog {
    private static final String TIME = "\\d\\d:\\d\\d:\\d\\d\\.\\d{3} ";
    private static final String REFUSED = TIME + "WARN  \\S+ GET /[a-z0-9-]+/\\d+ refused: ";

    /** A tunnel's end; none may be by a timer, nor by a fault. */
    private static final Pattern TUNNEL =
            Pattern.compile(TIME + "INFO  \\S+ tunnel \\d+ gateway=benchmark .* ended-by=(client|origin)");

    private static final List<Pattern> EXPECTED = List.of(
            Pattern.compile("ready: benchmark-front \\S+ -> \\S+"),
            // The origin has ended before its answer, or was killed meanwhile.
            Pattern.compile(REFUSED + "answer of \\S+: (closed without an answer|.*(Connection reset|Broken pipe).*)"),
            // As many more in a second that the log only counts them.
            Pattern.compile(
                    TIME
                            + "WARN  \\S+ \\.\\.\\. and \\d+ more in the last second: backside-(answer-invalid|unreachable) at benchmark"),
            // It has been killed before it was asked.
            Pattern.compile(REFUSED + "no connection to \\S+ \\S+ .*(Connection refused|Connection reset).*;"));

    private static final int MOST_SHOWN = 5;

    private final Path file;
    private final List<String> unexpected = new ArrayList<>();
    private long tunnels;

    /** Octets that have been read: whole lines. After hours there are gigabytes, which are not read again. */
    private long position;

    GatewayLog(Path file) {
        this.file = file;
    }

    /** The first lines that are none of those that this soak's endings explain. */
    List<String> unexpected() throws IOException {
        readOn();
        return List.copyOf(unexpected);
    }

    /** How many tunnels it says have ended. */
    long tunnels() throws IOException {
        readOn();
        return tunnels;
    }

    private void readOn() throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(position);
            byte[] octets = new byte[(int) Math.min(log.length() - position, Integer.MAX_VALUE / 2)];
            log.readFully(octets);
            String text = new String(octets, StandardCharsets.ISO_8859_1);
            int end = text.lastIndexOf('\n') + 1;
            text.substring(0, end).lines().forEach(this::take);
            position += end;
        }
    }

    private void take(String line) {
        if (TUNNEL.matcher(line).matches()) {
            tunnels++;
        } else if (EXPECTED.stream().noneMatch(pattern -> pattern.matcher(line).matches())
                && unexpected.size() < MOST_SHOWN) {
            unexpected.add(line);
        }
    }
}
