package org.wsproof.conformance.targets.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wsproof.conformance.model.Profile;

@Timeout(20)
class ProxyProcessTest {
    @TempDir
    Path folder;

    @Test
    void aProcessThatNeverListensIsStoppedAtTheDeadline() throws IOException {
        Map<Profile, InetSocketAddress> nobody = Frontsides.reserve(Set.of(Profile.PLAIN));
        List<String> command = List.of("sh", "-c", "echo waiting; exec sleep 60");

        assertThatThrownBy(() ->
                        ProxyProcess.start(command, folder.resolve("log"), nobody.values(), Duration.ofMillis(300)))
                .hasMessageContaining("does not accept connections at")
                .hasMessageContaining("waiting");
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void aProcessThatIgnoresTermIsKilledWithItsChildren() throws IOException {
        List<String> command = List.of("sh", "-c", "trap '' TERM; sleep 60 & echo $! trapped; while :; do wait; done");
        ProxyProcess process = ProxyProcess.start(command, folder.resolve("log"), List.of(), Duration.ofSeconds(5));
        while (!process.lastWords().contains("trapped")) {
            Thread.onSpinWait();
        }
        long child = Long.parseLong(process.lastWords().split(" ", -1)[0]);

        process.close();

        assertThat(process.alive()).isFalse();
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void onlyTheLastLinesAreKeptInMind() throws Exception {
        List<String> command = List.of("sh", "-c", "seq 100; exit 3");

        assertThatThrownBy(() -> ProxyProcess.start(
                        command,
                        folder.resolve("log"),
                        Frontsides.reserve(Set.of(Profile.PLAIN)).values(),
                        Duration.ofSeconds(5)))
                .hasMessageContaining("exit code 3")
                .hasMessageEndingWith("99\n100")
                .message()
                .doesNotContain("80\n");
    }
}
