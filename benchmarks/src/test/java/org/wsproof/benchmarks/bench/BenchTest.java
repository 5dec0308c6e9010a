package org.wsproof.benchmarks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.benchmarks.bench.contenders.Contender;
import org.wsproof.benchmarks.bench.contenders.Contenders;
import org.wsproof.benchmarks.bench.contenders.Ground;
import org.wsproof.benchmarks.bench.contenders.Started;
import org.wsproof.benchmarks.bench.figures.BenchReport;
import org.wsproof.benchmarks.bench.figures.Described;
import org.wsproof.benchmarks.bench.figures.Echo;
import org.wsproof.benchmarks.bench.figures.Result;
import org.wsproof.benchmarks.bench.report.HtmlPage;
import org.wsproof.benchmarks.bench.report.JsonReport;
import org.wsproof.benchmarks.bench.report.TextReport;

/** A run too short for figures: it shows that each is taken, and that what was started is gone behind it. */
@Timeout(120)
final class BenchTest {
    private static final BenchPlan MOMENT = new BenchPlan(
            2,
            Duration.ofMillis(60),
            List.of(new Echo(64, 4), new Echo(64, 9, 4, false), new Echo(1_048_576, 2), new Echo(16_384, 3).secured()),
            Set.of(BenchPlan.LATENCY, BenchPlan.HANDSHAKES, BenchPlan.IDLE),
            new Echo(64, 4),
            500,
            40,
            new BenchPlan.WarmUp(Duration.ofMillis(30), Duration.ofMillis(200), 50));

    /** From this process's class path, as the command runs it from its own. */
    private static final List<String> GATEWAY = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "org.wsproof.proxy.Main");

    private final List<String> told = new ArrayList<>();

    @Test
    void theGatewayAndTheDirectWayAreMeasuredInTurnsAndNothingIsLeft() throws Exception {
        List<Long> before = children();
        BenchReport report = bench(contenders("wsproof", "direct"));

        assertThat(report.results())
                .extracting(result -> result.described().name())
                .containsExactly("wsproof", "direct");
        assertThat(report.results()).allSatisfy(BenchTest::isWhole);
        assertThat(report.results())
                .extracting(result -> result.echoes().size())
                .as("the origin has no TLS")
                .containsExactly(4, 3);
        assertThat(report.results().get(0).idle().orElseThrow().held())
                .hasSize(4)
                .allSatisfy(held -> {
                    assertThat(held.memory().live())
                            .satisfies(live -> assertThat(live.orElse(0)).isGreaterThan(1 << 20));
                    assertThat(held.memory().resident())
                            .isGreaterThan(held.memory().live().orElseThrow());
                });
        assertThat(report.results().get(0).handshakes())
                .allSatisfy(slice -> assertThat(slice.cpuMicros()).isPositive());
        assertThat(report.results().get(1).idle()).isEmpty();
        assertThat(told.stream().filter(line -> line.endsWith("round 1 of 2: 64 B")))
                .containsExactly("wsproof, round 1 of 2: 64 B", "direct, round 1 of 2: 64 B");
        assertThat(children()).isEqualTo(before);
        isTold(report);
    }

    private static void isWhole(Result result) {
        assertThat(result.failure()).isEmpty();
        assertThat(result.echoes().values())
                .hasSizeBetween(3, 4)
                .allSatisfy(slices -> assertThat(slices)
                        .hasSize(2)
                        .allSatisfy(slice -> assertThat(slice.count()).isPositive()));
        assertThat(result.latencies())
                .hasSize(2)
                .allSatisfy(
                        latency -> assertThat(latency.nanos().getTotalCount()).isPositive());
        assertThat(result.handshakes()).hasSize(2);
    }

    private static void isTold(BenchReport report) throws IOException {
        StringWriter text = new StringWriter();
        new TextReport(new PrintWriter(text)).write(report);
        StringWriter json = new StringWriter();
        new JsonReport().write(report, json);
        StringWriter html = new StringWriter();
        new HtmlPage().write(report, html);

        assertThat(text.toString())
                .contains(
                        "64 B over 4 tunnels",
                        "16 KiB over 3 tunnels, TLS on the frontside",
                        "p99.9 µs",
                        "KiB/tunnel",
                        "÷ wsproof");
        assertThat(json.toString()).contains("\"cpu-micros-per-message-ratio\" : 1.0", "\"held\"", "\"schema\" : 1");
        assertThat(html.toString()).contains("<svg", "polyline").doesNotContain("http://www", "<script");
    }

    @Test
    void oneThatFailsUnderLoadLeavesAndTheOthersGoOn() throws Exception {
        List<Contender> contenders = new ArrayList<>(List.of(new Deaf()));
        contenders.addAll(contenders("direct"));

        BenchReport report = bench(contenders);

        assertThat(report.results().get(0).failure())
                .hasValueSatisfying(why -> assertThat(why).startsWith("warming up: 64 B: a tunnel ended early"));
        assertThat(report.results().get(1)).satisfies(BenchTest::isWhole);
    }

    @Test
    void oneThatCannotBeStartedIsNamed() {
        Contender absent = new Contender() {
            @Override
            public String name() {
                return "absent";
            }

            @Override
            public Started start(Ground ground) throws IOException {
                throw new IOException("is not installed");
            }
        };

        assertThatThrownBy(() -> bench(List.of(absent)))
                .isInstanceOf(IOException.class)
                .hasMessage("absent: is not installed");
    }

    /** Accepts nobody any more once it was started. */
    private static final class Deaf implements Contender {
        @Override
        public String name() {
            return "deaf";
        }

        @Override
        public Started start(Ground ground) throws IOException {
            try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                InetSocketAddress address = new InetSocketAddress(gone.getInetAddress(), gone.getLocalPort());
                return new Started(
                        new Described("deaf", "", "", ""), address, Optional.empty(), Optional.empty(), 40, false);
            }
        }
    }

    private BenchReport bench(List<Contender> contenders) throws IOException, InterruptedException {
        return new Bench(MOMENT, contenders, (what, step, steps) -> told.add(what))
                .run((setting, described) -> assertThat(described).hasSameSizeAs(contenders));
    }

    private static List<Contender> contenders(String... names) {
        return Contenders.all(GATEWAY, "").stream()
                .filter(one -> List.of(names).contains(one.name()))
                .toList();
    }

    private static List<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).toList();
    }
}
