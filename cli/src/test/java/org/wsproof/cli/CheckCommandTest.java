package org.wsproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.wsproof.conformance.cases.Catalogue;

class CheckCommandTest {
    private static final String URL = "ws://127.0.0.1:1/";

    @TempDir
    Path folder;

    static Stream<Arguments> misuse() {
        return Stream.of(
                call("Unknown option: '--nonsense'", "--nonsense"),
                call("--case 'nothing/*' matches no case", "--case", "nothing/*"),
                call("--exclude 'nothing/*' matches no case", "--exclude", "nothing/*"),
                call("no case is left to run", "--exclude", "*"),
                call(
                        "there is no recipe 'squid': give one of nginx, haproxy, apache, caddy, lighttpd",
                        "--recipe",
                        "squid"),
                call("expects its origin, with --origin-listen HOST:PORT", URL),
                call("'http://127.0.0.1/' is not ws://", "http://127.0.0.1/", "--origin-listen", "127.0.0.1:9"),
                call("'nowhere' is no address: write HOST:PORT", URL, "--origin-listen", "nowhere"),
                call("a URL, --recipe and --target each name a target: give one of them", URL, "--recipe", "nginx"),
                call("they need its URL", "--mode", "framing"),
                call("they need its URL", "--one-sided"),
                call("'wss://127.0.0.1/' is not ws://", "wss://127.0.0.1/", "--origin-listen", "127.0.0.1:9"),
                call("is not ws|wss://", "http://127.0.0.1/", "--one-sided"),
                call("are for both ends", URL, "--one-sided", "--origin-listen", "127.0.0.1:9"),
                call("--insecure is for wss://", URL, "--one-sided", "--insecure"),
                call("--insecure is for --one-sided", URL, "--origin-listen", "127.0.0.1:9", "--insecure"),
                call("--mode is transparent or framing", URL, "--origin-listen", "127.0.0.1:9", "--mode", "one_sided"),
                call("one end can judge none of these", URL, "--one-sided", "--case", "flow-control/*"),
                call("--report 'pdf=x' is not known", "--report", "pdf=x"),
                call("--report 'junit=' is not known", "--report", "junit="),
                call("can't be written", "--report", "json=/no/such/folder/x.json"),
                call("there is no file /no/such/list", "--known-failing", "/no/such/list"),
                call("--jobs must be 1 or more", "--jobs", "0"));
    }

    static Stream<Arguments> misuseOfIdleTimeout() {
        return Stream.of(
                call("'9s9' is no time", URL, "--origin-listen", "127.0.0.1:9", "--idle-timeout", "9s9"),
                call("--idle-timeout is too short", URL, "--one-sided", "--idle-timeout", "1s"),
                call("--idle-timeout is too short", URL, "--origin-listen", "127.0.0.1:9", "--idle-timeout", "1s"));
    }

    static Stream<Arguments> misuseOfVia() {
        return Stream.of(
                call("--via says how a --recipe is run: give one", "--via", "native"),
                call("lighttpd has no official image", "--recipe", "lighttpd", "--via", "container"),
                call("undertow has no official image", "--recipe", "undertow", "--via", "container"));
    }

    @ParameterizedTest
    @MethodSource({"misuse", "misuseOfIdleTimeout", "misuseOfVia"})
    void misuseIsOneLineAndExitTwo(String said, String[] options) {
        Called called = Called.with(
                Stream.concat(Stream.of("check"), Stream.of(options)).toArray(String[]::new));

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.out()).isEmpty();
        assertThat(called.err().lines()).hasSize(1);
        assertThat(called.err()).startsWith("wsproof check: ").contains(said).contains("(try 'wsproof check --help')");
    }

    @Test
    void misuseLeavesNoReportAndOneThatIsThereAsItIs() throws IOException {
        Path missing = folder.resolve("new.json");
        Path there = Files.writeString(folder.resolve("old.json"), "{}");

        Called called =
                Called.with("check", "--report", "json=" + missing, "--report", "json=" + there, "--report", "pdf=x");

        assertThat(called.exit()).isEqualTo(2);
        assertThat(missing).doesNotExist();
        assertThat(there).hasContent("{}");
    }

    @Test
    void aKnownFailingFileWithAnUnknownCaseIsRefusedByLine() throws IOException {
        Path list = Files.writeString(folder.resolve("list"), "# ours\nno/such-case # typo\n");

        Called called = Called.with("check", "--known-failing", list.toString());

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.err()).contains(list + ":2: there is no case 'no/such-case'");
    }

    @Test
    void nobodyListeningIsExitThreeAndOneClearLine() throws IOException {
        int port;
        int origin;
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket two = new ServerSocket(0)) {
            port = one.getLocalPort();
            origin = two.getLocalPort();
        }
        Called called = Called.with("check", "ws://127.0.0.1:" + port + "/", "--origin-listen", "127.0.0.1:" + origin);

        assertThat(called.exit()).isEqualTo(3);
        assertThat(called.out() + called.err()).containsOnlyOnce("nobody listens on 127.0.0.1:" + port);
    }

    @Test
    void listNamesEveryCaseAndRunsNone() {
        Called called = Called.with("check", "--list");

        assertThat(called.exit()).isZero();
        assertThat(called.out().lines()).hasSameSizeAs(Catalogue.all());
        assertThat(called.out()).contains(Catalogue.all().get(0).id());
    }

    @Test
    void listKeepsToThePatterns() {
        String id = Catalogue.all().get(0).id();

        Called called = Called.with("check", "--list", "--case", id);

        assertThat(called.out().lines()).hasSize(1);
    }

    @Test
    void theBundledGatewayIsStartedJudgedAndStopped() throws IOException {
        Path report = folder.resolve("report.json");

        Path junit = folder.resolve("report.xml");

        Called called = Called.with(
                "check", "--case", "handshake/basic", "--report", "json=" + report, "--report", "junit=" + junit);

        assertThat(called.exit()).as(called.out() + called.err()).isZero();
        assertThat(called.out()).contains("keeps every MUST in 1 case judged.").contains("exit 0: no MUST is broken");
        assertThat(report).content().contains("\"passed\" : 1");
        assertThat(junit).content().contains("tests=\"1\" failures=\"0\"", "classname=\"wsproof.handshake\"");
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    private static Arguments call(String said, String... options) {
        return Arguments.of(said, options);
    }
}
