package org.wsproof.benchmarks.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
            TUNNEL,
            Pattern.compile("ready: benchmark-http \\S+ -> \\S+"),
            // The origin has ended before its answer, or was killed meanwhile.
            Pattern.compile(REFUSED + "answer of \\S+: (closed without an answer|.*(Connection reset|Broken pipe).*)"),
            // It has been killed before it was asked.
            Pattern.compile(REFUSED + "no connection to \\S+ \\S+ .*(Connection refused|Connection reset).*;"));

    private final Path file;

    GatewayLog(Path file) {
        this.file = file;
    }

    /** The first lines that are none of those that this soak's endings explain. */
    List<String> unexpected() throws IOException {
        return lines().stream()
                .filter(line -> EXPECTED.stream()
                        .noneMatch(pattern -> pattern.matcher(line).matches()))
                .limit(5)
                .toList();
    }

    /** How many tunnels it says have ended. */
    long tunnels() throws IOException {
        return lines().stream().filter(line -> TUNNEL.matcher(line).matches()).count();
    }

    private List<String> lines() throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
