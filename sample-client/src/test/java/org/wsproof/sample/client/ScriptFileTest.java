package org.wsproof.sample.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptFileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void actionsKeepTheirOrderAndValuesTheirSpaces() throws Exception {
        Files.write(folder.resolve("a.bin"), new byte[] {1, 2});
        Path file = write("# a comment", "", "text  two spaces ", "--ping", "wait 50ms", "file a.bin", "close 3000");

        assertThat(ScriptFile.read(file))
                .containsExactly(
                        new Action.Send(new Message.Text(" two spaces ")),
                        new Action.Ping(),
                        new Action.Wait(Duration.ofMillis(50)),
                        new Action.Send(new Message.Binary(ByteBuffer.wrap(new byte[] {1, 2}))),
                        new Action.Close(3000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"shout hello", "wait long", "close 1006", "close 999", "ping now", "file missing", " text a"})
    void aBadLineIsSaidWithFileAndLine(String bad) throws Exception {
        Path file = write("text hello", bad);

        assertThatThrownBy(() -> ScriptFile.read(file))
                .isInstanceOf(ActionException.class)
                .hasMessageStartingWith(file + ":2: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a/", "a", "ws:///", "ws://a/#b", "ws://u:p@a/", "ws://a b/"})
    void aUrlThatIsNoneOfAWebSocketIsRefused(String url) {
        assertThatThrownBy(() -> Destination.uri(url)).isInstanceOf(ActionException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ": b", "a b: c", "a: b\r\nc: d"})
    void aHeaderThatIsNoneIsRefused(String line) {
        assertThatThrownBy(() -> Destination.headers(List.of(line))).isInstanceOf(ActionException.class);
    }

    private Path write(String... lines) throws Exception {
        return Files.write(folder.resolve("script"), List.of(lines));
    }
}
