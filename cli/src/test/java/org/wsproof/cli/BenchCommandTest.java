package org.wsproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BenchCommandTest {
    @TempDir
    Path folder;

    static Stream<Arguments> misuse() {
        return Stream.of(
                call("Unknown option: '--nonsense'", "--nonsense"),
                call(
                        "there is no recipe 'squid' to measure: give some of wsproof, nginx, haproxy, caddy, lighttpd, apache, direct",
                        "--recipe",
                        "nginx,squid"),
                call("--recipe names 'direct' twice", "--recipe", "direct,wsproof,direct"),
                call("'soon' is no time", "--duration", "soon"),
                call("--rounds must be 1 to 100", "--rounds", "0"),
                call("there is no load 'echo-65': give some of echo-64, echo-16384, ", "--load", "latency,echo-65"),
                call("--io-threads must be 1 to 64", "--io-threads", "1,0"),
                call("--rate must be 1 to 1000000", "--rate", "-5"),
                call("--tunnels must be 1 to ", "--tunnels", "10000000"),
                call("--report 'junit=x' is not known: write json=FILE or html=FILE", "--report", "junit=x"),
                call("can't be written", "--report", "html=/no/such/folder/x.html"));
    }

    private static Arguments call(String expected, String... arguments) {
        return Arguments.of(expected, arguments);
    }

    @ParameterizedTest
    @MethodSource("misuse")
    void aMisuseIsOneLineAndMeasuresNothing(String expected, String[] arguments) {
        Called bench = Called.with(
                Stream.concat(Stream.of("bench"), Stream.of(arguments)).toArray(String[]::new));

        assertThat(bench.exit()).isEqualTo(2);
        assertThat(bench.out()).isEmpty();
        assertThat(bench.err().lines())
                .singleElement()
                .asString()
                .startsWith("wsproof bench: ")
                .contains(expected);
    }

    @Test
    @Timeout(120)
    void theGatewayIsMeasuredAsItsUsersStartItAndToldInAllForms() throws IOException {
        Path json = folder.resolve("bench.json");
        Path html = folder.resolve("bench.html");

        Called bench = Called.with(
                "bench",
                "--recipe=wsproof,direct",
                "--duration=50ms",
                "--rounds=1",
                "--rate=500",
                "--tunnels=20",
                "--warm-up=200ms",
                "--report=json=" + json,
                "--report=html=" + html);

        assertThat(bench.err()).doesNotContain("failed");
        assertThat(bench.exit()).isZero();
        assertThat(bench.out())
                .contains(
                        "allow-websocket-upgrade: true",
                        "dropped: ",
                        "64 B over 32 tunnels",
                        "CPU µs/message ÷ wsproof");
        assertThat(Files.readString(json)).contains("\"name\" : \"wsproof\"", "\"cpu-micros-per-handshake\"");
        assertThat(Files.readString(html)).startsWith("<!DOCTYPE html>").contains("wsproof bench");
    }
}
