package org.wsproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoCommandTest {
    private static final Pattern PROCESS = Pattern.compile("process ([0-9]+)");
    private static final Pattern ECHO_MOVED =
            Pattern.compile("port 8080 is taken: the echo server listens on ([0-9]+) instead");

    /** Once for all tests that look at it. */
    private final Called played = playWithAPortTaken();

    @AfterEach
    void noInterruptIsLeft() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void playsToTheEndAndItsLastLinesSayWhatWasShown() {
        assertThat(played.exit()).as(played.err()).isZero();
        assertThat(played.err()).isEmpty();
        List<String> lines = played.out().lines().toList();
        assertThat(lines.get(lines.size() - 11)).matches("Shown, in [0-9.]+ s:");
        assertThat(lines).last().asString().contains("accepted with validation off");
        assertThat(processes(played.out())).hasSize(3).noneMatch(DemoCommandTest::alive);
    }

    @Test
    void everyStepSaysWhatItObserved() {
        assertThat(steps(played.out())).hasSize(13);
        assertThat(played.out())
                .containsPattern("binary through wss:// .*binary, 65536 octets, identical")
                .containsPattern("a POST +405 Method Not Allowed, Allow: GET")
                .containsPattern("HTTP/1.0 +426 Upgrade Required, Upgrade: HTTP/1.1")
                .containsPattern("an idle tunnel .* [1-4][0-9]{3} ms after the last octet")
                .containsPattern("backside, validated +refused with HTTP 502")
                .containsPattern("not validated +101 after");
    }

    @Test
    void takesAnotherPortForOneThatIsTakenAndSaysSo() {
        Matcher moved = ECHO_MOVED.matcher(played.out());

        assertThat(moved.find()).isTrue();
        assertThat(played.out())
                .contains("default-backside-url: http://127.0.0.1:" + moved.group(1))
                .contains("ws://127.0.0.1:" + moved.group(1) + "/, ready after");
    }

    @Test
    void anEchoServerKilledInTheMiddleEndsItWithTheStepThatMissedIt() {
        Called called =
                Reacting.to("426 Upgrade Required", out -> kill(processes(out).get(0)), "demo");

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.err().lines())
                .singleElement()
                .asString()
                .contains("step 11, an idle tunnel: ")
                .contains("the echo server, process " + processes(called.out()).get(0) + ", has ended");
        assertThat(called.out()).doesNotContain("Shown");
        assertThat(processes(called.out())).hasSize(3).noneMatch(DemoCommandTest::alive);
    }

    @Test
    void keptRunningItsCommandsDoWhatTheyPromiseUntilItIsInterrupted() {
        Called called = Reacting.to(
                "The gateway's configuration and log are",
                out -> {
                    tryCommands(out);
                    Thread.currentThread().interrupt();
                },
                "demo",
                "--keep");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(called.exit()).isEqualTo(130);
        assertThat(called.err()).contains("interrupted");
        assertThat(processes(called.out())).hasSize(3).noneMatch(DemoCommandTest::alive);
    }

    /** The client's commands that a person is told to try, but for the one that reads from a terminal. */
    private static void tryCommands(String out) {
        List<String> commands = out.lines()
                .map(String::strip)
                .filter(line -> line.matches("\\./wsproof client .* --(text|file) .*"))
                .toList();
        assertThat(commands).hasSize(4);
        for (String command : commands) {
            String[] words = command.replaceFirst(" +#.*", "").split(" ");
            Called tried = Called.with(List.of(words).subList(1, words.length).toArray(String[]::new));
            assertThat(tried.exit()).as(command + tried.err()).isEqualTo(command.contains("refused") ? 3 : 0);
        }
    }

    private static Called playWithAPortTaken() {
        try (ServerSocket listening = new ServerSocket()) {
            takeOrLeave(listening, new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080));
            return Called.with("demo");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void takeOrLeave(ServerSocket listening, InetSocketAddress address) throws IOException {
        try {
            listening.bind(address);
        } catch (BindException takenByAnother) {
            assertThat(listening.isBound()).isFalse();
        }
    }

    private static List<String> steps(String out) {
        return out.lines()
                .filter(line -> line.matches(" [ 0-9][0-9]  .*[0-9].*"))
                .toList();
    }

    private static List<Long> processes(String out) {
        return PROCESS.matcher(out)
                .results()
                .map(MatchResult::group)
                .map(DemoCommandTest::number)
                .toList();
    }

    private static long number(String text) {
        return Long.parseLong(text.substring(text.indexOf(' ') + 1));
    }

    private static boolean alive(long process) {
        return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
    }

    private static void kill(long process) {
        ProcessHandle.of(process).ifPresent(handle -> {
            handle.destroyForcibly();
            handle.onExit().join();
        });
    }
}
