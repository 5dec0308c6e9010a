package org.wsproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoPartTwoTest {
    private static final Pattern PROCESS = Pattern.compile("process ([0-9]+)");

    @AfterEach
    void noInterruptIsLeft() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void oneIsLetInBeforeAndOneAfterFiveRefusalsOfWhichTheOriginHearsNothing() {
        Called called = Called.with("demo", "--part", "2");

        assertThat(called.exit()).as(called.err()).isZero();
        assertThat(called.err()).isEmpty();
        assertThat(called.out())
                .contains("authorization-url:")
                .containsPattern(" 4  the right client id .*101 after .*API asked; echo server: 1 connection\n")
                .containsPattern(" 5  no client id .*401 Unauthorized after .*API asked; echo server: 1 connection\n")
                .containsPattern(" 6  another client id .*401 Unauthorized after .*; echo server: 1 connection\n")
                .containsPattern(" 7  the API answers 500 .*500 Internal .*API asked; echo server: 1 connection\n")
                .containsPattern(
                        " 8  the API hangs .*after [1-4][0-9]{3} ms \\(timeout 2000 ms\\); echo server: 1 conn")
                .containsPattern(" 9  the API is stopped .*500 Internal Server Error .*; echo server: 1 connection\n")
                .containsPattern("10  the API is back .*101 after .*API asked; echo server: 2 connections\n")
                .containsPattern("Shown, in [0-9.]+ s:\n(  - .*\n){7}$");
        assertThat(gateway(called.out())).matches(process -> !alive(process));
    }

    @Test
    void aGatewayKilledInTheMiddleEndsItWithTheStepThatMissedIt() {
        Called called = Reacting.to("no client id", out -> kill(gateway(out)), "demo", "--part", "2");

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.err().lines())
                .singleElement()
                .asString()
                .contains("step 6, another client id: ")
                .contains("the gateway, process " + gateway(called.out()) + ", has ended");
        assertThat(called.out()).doesNotContain("Shown");
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
                "--part",
                "2",
                "--keep");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(called.exit()).isEqualTo(130);
        assertThat(called.err()).contains("interrupted");
        assertThat(gateway(called.out())).matches(process -> !alive(process));
    }

    @Test
    void thereIsNoPartThree() {
        Called called = Called.with("demo", "--part", "3");

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.err().lines()).singleElement().asString().contains("no part 3 to play; allowed: 1, 2");
    }

    /** All that a person is told to try with this command; a quoted field has one space in it. */
    private static void tryCommands(String out) {
        List<String> commands = out.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("./wsproof "))
                .toList();
        assertThat(commands).hasSize(4);
        for (String command : commands) {
            String words = command.replaceFirst(" +#.*", "").replaceAll("'(\\S+) (\\S+)'", "$1\t$2");
            Called tried = Called.with(Stream.of(words.split(" "))
                    .skip(1)
                    .map(word -> word.replace('\t', ' '))
                    .toArray(String[]::new));
            assertThat(tried.exit()).as(command + tried.err()).isEqualTo(command.contains("refused") ? 3 : 0);
        }
    }

    private static long gateway(String out) {
        Matcher process = PROCESS.matcher(out);
        assertThat(process.find()).isTrue();
        return Long.parseLong(process.group(1));
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
