package org.wsproof.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.wsproof.benchmarks.bench.Bench;
import org.wsproof.benchmarks.bench.BenchPlan;
import org.wsproof.benchmarks.bench.Conditions;
import org.wsproof.benchmarks.bench.contenders.Contender;
import org.wsproof.benchmarks.bench.contenders.Contenders;
import org.wsproof.benchmarks.bench.contenders.ProcessTree;
import org.wsproof.benchmarks.bench.contenders.Threaded;
import org.wsproof.benchmarks.bench.figures.BenchReport;
import org.wsproof.benchmarks.bench.report.TextReport;
import org.wsproof.cli.Durations;
import org.wsproof.cli.Exit;
import org.wsproof.cli.Main;
import org.wsproof.cli.UsageException;
import org.wsproof.cli.process.JavaProgram;
import org.wsproof.cli.process.StopAtExit;
import org.wsproof.conformance.selection.Glob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wsproof bench}: measures proxies side by side. */
@Command(
        name = "bench",
        sortOptions = false,
        description = {
            "Measures proxies side by side, in one run and in turns: messages a second, latency, opening handshakes, the CPU that"
                    + " the proxy itself uses for each, and the memory of idle tunnels.",
            "",
            "Each proxy has one I/O thread unless said, on a core of its own where there are two; the load client and the echo origin have"
                    + " the others. Every payload is compared with what was sent. It needs Linux. Compare figures of one run only,"
                    + " and of a machine that does nothing else."
        },
        footer = {
            "",
            "Exit codes: 0 measured; 2 usage; 3 a proxy can't be started, or fails under load.",
            "",
            "Examples:",
            "  ./wsproof bench --quick",
            "  ./wsproof bench --recipe wsproof,nginx,direct --report html=bench.html",
            "  ./wsproof bench --quick --load 'echo-*-tls,handshakes'"
        })
public final class BenchCommand implements Callable<Integer> {
    private static final int MOST_RATE = 1_000_000;
    private static final int MOST_THREADS = 64;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--recipe",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Whom to measure, separated by commas: wsproof, nginx, haproxy, caddy, lighttpd, apache, and direct,"
                            + " which is no proxy at all (default: all of them but apache).")
    private List<String> recipes = new ArrayList<>();

    @Option(names = "--quick", description = "Three short rounds: about three minutes for all of them.")
    private boolean quick;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "How long each measurement takes (default: 3s; with --quick 650ms).")
    private Optional<Duration> duration = Optional.empty();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each is measured (default: 5; with --quick 3).")
    private Optional<Integer> rounds = Optional.empty();

    @Option(
            names = "--io-threads",
            paramLabel = "N",
            split = ",",
            description =
                    "I/O threads, or workers, of each proxy, and as many cores (default: 1); with several numbers, each proxy"
                            + " is measured with each of them: 1,2,4. Apache has a thread a tunnel.")
    private List<Integer> ioThreads = new ArrayList<>();

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Messages a second while latency is measured (default: 5000).")
    private Optional<Integer> rate = Optional.empty();

    @Option(
            names = "--tunnels",
            paramLabel = "N",
            description =
                    "Idle tunnels held at once while memory is measured (default: 9000, or what the limit of descriptors"
                            + " allows).")
    private Optional<Integer> tunnels = Optional.empty();

    @Option(
            names = "--warm-up",
            paramLabel = "TIME",
            converter = Durations.class,
            description =
                    "How much CPU a proxy may use at most to be warmed up for each load (default: 20s; with --quick 6s).")
    private Optional<Duration> warmUp = Optional.empty();

    @Option(
            names = "--load",
            paramLabel = "GLOB",
            split = ",",
            description =
                    "What to measure, separated by commas: echo-64, echo-16384, echo-1048576, each also with -tls behind;"
                            + " echo-64-over-512 and more, with more tunnels that take turns; latency, handshakes, idle (default: all;"
                            + " with --quick all but echo-*-over-*).")
    private List<String> loads = new ArrayList<>();

    @Option(
            names = "--report",
            paramLabel = "KIND=FILE",
            description = "Also write a report to a file: json=FILE, or html=FILE to look at; may be repeated.")
    private List<String> reports = new ArrayList<>();

    @Override
    public Integer call() throws UsageException, IOException {
        if (!ProcessTree.isMeasurable()) {
            throw new UsageException("what a process uses is read from Linux's /proc, which is not there");
        }
        List<Contender> contenders = contenders();
        BenchPlan plan = plan();
        List<BenchReportFile> files = new ArrayList<>();
        for (String report : reports) {
            files.add(BenchReportFile.parse(report));
        }
        PrintWriter err = spec.commandLine().getErr();
        BenchLine line = new BenchLine(err, Boolean.getBoolean("wsproof.live"));
        StopAtExit stop = new StopAtExit("wsproof bench");
        try {
            return measured(new Bench(plan, contenders, line), line, files);
        } catch (IOException e) {
            line.clear();
            err.println("wsproof bench: " + e.getMessage());
            return Exit.UNREACHABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            line.clear();
            err.println("wsproof bench: interrupted; what was started has been stopped");
            return Exit.INTERRUPTED;
        } finally {
            stop.close();
        }
    }

    private int measured(Bench bench, BenchLine line, List<BenchReportFile> files)
            throws IOException, InterruptedException {
        TextReport told = new TextReport(spec.commandLine().getOut());
        BenchReport report = bench.run(told::begin);
        line.clear();
        told.write(report);
        for (BenchReportFile file : files) {
            file.write(report);
        }
        boolean failed =
                report.results().stream().anyMatch(result -> result.failure().isPresent());
        return failed ? Exit.UNREACHABLE : 0;
    }

    private BenchPlan plan() throws UsageException, IOException {
        int most = Conditions.tunnels(Conditions.descriptors());
        int held = tunnels.isEmpty() ? most : within("--tunnels", tunnels.get(), most);
        BenchPlan plan = quick ? BenchPlan.quick(held) : BenchPlan.thorough(held);
        if (duration.isPresent()) {
            plan = plan.lasting(duration.get());
        }
        if (rounds.isPresent()) {
            plan = plan.repeated(within("--rounds", rounds.get(), 100));
        }
        if (rate.isPresent()) {
            plan = plan.at(within("--rate", rate.get(), MOST_RATE));
        }
        if (warmUp.isPresent()) {
            plan = plan.warmedWithin(warmUp.get());
        }
        return chosen(plan);
    }

    private BenchPlan chosen(BenchPlan plan) throws UsageException {
        if (loads.isEmpty()) {
            return quick ? plan.withoutSweep() : plan;
        }
        for (String load : loads) {
            if (plan.loads().stream().noneMatch(new Glob(load)::matches)) {
                throw new UsageException(
                        "there is no load '" + load + "': give some of " + String.join(", ", plan.loads()));
            }
        }
        return plan.only(name -> loads.stream().anyMatch(load -> new Glob(load).matches(name)));
    }

    private static int within(String option, int value, int most) throws UsageException {
        if (value < 1 || value > most) {
            throw new UsageException(option + " must be 1 to " + most);
        }
        return value;
    }

    private List<Contender> contenders() throws UsageException {
        List<Contender> once = chosenContenders();
        for (int threads : ioThreads) {
            within("--io-threads", threads, MOST_THREADS);
        }
        if (ioThreads.isEmpty()) {
            return once;
        }
        List<Contender> all = new ArrayList<>();
        for (Contender contender : once) {
            if (List.of(Contenders.DIRECT, Contenders.APACHE).contains(contender.name())) {
                all.add(contender);
                continue;
            }
            ioThreads.stream()
                    .distinct()
                    .map(threads -> threads == 1 ? contender : new Threaded(contender, threads))
                    .forEach(all::add);
        }
        return all;
    }

    private List<Contender> chosenContenders() throws UsageException {
        List<String> gateway =
                new JavaProgram(System.getProperty("java.class.path"), Main.class.getName()).command("gateway");
        String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("development");
        List<Contender> known = Contenders.all(gateway, version);
        if (recipes.isEmpty()) {
            return known.stream()
                    .filter(one -> !one.name().equals(Contenders.APACHE))
                    .toList();
        }
        List<Contender> chosen = new ArrayList<>();
        for (String name : recipes) {
            Contender contender = known.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new UsageException("there is no recipe '" + name + "' to measure: give some of "
                            + String.join(", ", names(known).toList())));
            if (chosen.contains(contender)) {
                throw new UsageException("--recipe names '" + name + "' twice");
            }
            chosen.add(contender);
        }
        return chosen;
    }

    private static Stream<String> names(List<Contender> contenders) {
        return contenders.stream().map(Contender::name);
    }
}
