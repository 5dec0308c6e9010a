package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that are sound, and may be more than what writes them to the client can hold. */
@Timeout(30)
final class OddAnswersTest {
    private static final List<String> REQUESTS = List.of(Rig.REQUEST, Rig.head("GET / HTTP/1.1", "Host: a"));

    private static String cookies(int lines) {
        List<String> head = new ArrayList<>(List.of("HTTP/1.1 200 OK"));
        for (int i = 0; i < lines; i++) {
            head.add("Set-Cookie: c" + i + "=" + i);
        }
        head.add("Content-Length: 0");
        return Rig.head(head.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({"127, 200, 127", "128, 502, 0", "900, 502, 0"})
    void aFieldOnMoreLinesThanCanBeRelayedIs502(int lines, int status, int relayed) throws IOException {
        for (String request : REQUESTS) {
            try (Rig rig = new Rig()) {
                Peer client = rig.client().send(request);
                Peer origin = rig.accept();
                origin.readHead();
                origin.send(cookies(lines));
                String head = client.readHead();
                assertThat(head).startsWith("HTTP/1.1 " + status + " ");
                assertThat(head.lines().filter(line -> line.startsWith("Set-Cookie: ")))
                        .hasSize(relayed);
                assertThat(status == 200 || origin.seesEnd()).isTrue();
            }
        }
    }
}
