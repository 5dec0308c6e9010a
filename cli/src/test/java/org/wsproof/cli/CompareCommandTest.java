package org.wsproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CompareCommandTest {
    @TempDir
    Path folder;

    static Stream<Arguments> misuse() {
        return Stream.of(
                call("Missing required parameter: 'RECIPE'"),
                call("there is no recipe 'squid': give one of nginx, haproxy", "squid"),
                call("there is no recipe 'undertow-': give one of", "undertow-"),
                call("there is no recipe 'spring-cloud-g': give one of", "spring-cloud-g"),
                call("'nginx' is named twice", "nginx", "haproxy", "nginx"),
                call("there is no file /no/such.yaml", "wsproof", "/no/such.yaml"),
                call("--case 'nothing/*' matches no case", "wsproof", "--case", "nothing/*"),
                call("no case is left to run", "wsproof", "--exclude", "*"),
                call("--jobs must be 1 or more", "wsproof", "--jobs", "0"),
                call("--report 'junit=x' is not known: write html=FILE, md=FILE", "wsproof", "--report", "junit=x"),
                call("can't be written", "wsproof", "--report", "md=/no/such/folder/x.md"));
    }

    @ParameterizedTest
    @MethodSource("misuse")
    void misuseIsOneLineAndExitTwo(String said, String[] options) {
        Called called = Called.with(
                Stream.concat(Stream.of("compare"), Stream.of(options)).toArray(String[]::new));

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.out()).isEmpty();
        assertThat(called.err().lines()).hasSize(1);
        assertThat(called.err())
                .startsWith("wsproof compare: ")
                .contains(said)
                .contains("(try 'wsproof compare --help')");
    }

    @Test
    void oneThatCantBeStartedStopsNobodyElse() throws IOException {
        Path file = Files.writeString(folder.resolve("gone.yaml"), absent());
        Path html = folder.resolve("comparison.html");
        Path markdown = folder.resolve("comparison.md");
        Path json = folder.resolve("comparison.json");

        Called called = Called.with(("compare " + file + " wsproof --case handshake/basic --report html=" + html
                        + " --report md=" + markdown + " --report json=" + json)
                .split(" "));

        assertThat(called.exit()).as(called.out() + called.err()).isEqualTo(3);
        assertThat(called.out())
                .contains("1✓")
                .contains("gone.yaml could not be started: nobody listens on 127.0.0.1:");
        assertThat(called.err()).contains("1/2 ", "2/2 wsproof gateway development: 1✓");
        assertThat(html).content().contains("data-outcome=\"not-run\"", "data-outcome=\"passed\"");
        assertThat(markdown).content().contains("| handshake | 1∅ | 1✓ |", "./wsproof compare ");
        JsonNode targets =
                JsonMapper.builder().build().readTree(Files.readString(json)).get("targets");
        assertThat(targets.at("/0/not-started").asText()).startsWith("nobody listens on");
        assertThat(targets.at("/1/totals/passed").asInt()).isEqualTo(1);
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void eachThatRanToItsEndIsExitZero() {
        Called called = Called.with("compare", "wsproof", "--case", "handshake/basic");

        assertThat(called.exit()).as(called.out() + called.err()).isZero();
        assertThat(called.out()).contains("0 of 1 cases differ").contains("No list of known failures was applied.");
    }

    private static String absent() throws IOException {
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket two = new ServerSocket(0)) {
            return "name: gone\nprofiles:\n  plain:\n    frontside: ws://127.0.0.1:" + one.getLocalPort()
                    + "\n    origin: 127.0.0.1:" + two.getLocalPort() + "\n";
        }
    }

    private static Arguments call(String said, String... options) {
        return Arguments.of(said, options);
    }
}
