package org.wsproof.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.wsproof.benchmarks.bench.contenders.ProcessTree;

/**
 * What an operation costs in the gateway's process, which JMH's own profilers do not see: octets that its threads allocate, and the CPU
 * time that they use. Asked for with {@code -prof org.wsproof.benchmarks.GatewayProfiler}; the direct route has no such figures.
 * The gateway ends within the last iteration: that one has the figures of the one before.
 */
public final class GatewayProfiler implements InternalProfiler {
    private static final String GATEWAY = "org.wsproof.proxy.Main";
    private static final double NANOS_A_MICRO = 1_000;

    private Optional<Counted> before = Optional.empty();

    /** What is told of an iteration that could not be counted: of none, JMH would take it for zero. */
    private List<ScalarResult> last = List.of();

    /** What one gateway's process has used so far. */
    private record Counted(long pid, long octets, long cpuNanos) {
        /** To be counted from: what it takes to ask is over. */
        static Counted start(long pid) throws IOException {
            long octets = octets(pid);
            return new Counted(pid, octets, ProcessTree.of(pid).cpuNanos());
        }

        /** To be counted to: what it takes to ask has yet to begin. */
        static Counted end(long pid) throws IOException {
            long cpu = ProcessTree.of(pid).cpuNanos();
            return new Counted(pid, octets(pid), cpu);
        }

        private static long octets(long pid) throws IOException {
            try (ProcessAllocation allocation = ProcessAllocation.of(pid)) {
                return allocation.octets();
            }
        }
    }

    @Override
    public String getDescription() {
        return "What an operation allocates and uses in the gateway's process";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = Optional.empty();
        try {
            Optional<Long> gateway = gateway();
            if (gateway.isPresent()) {
                before = Optional.of(Counted.start(gateway.get()));
            }
        } catch (IOException gone) {
            before = Optional.empty();
        }
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        long operations = result.getMetadata().getAllOps();
        if (operations == 0 || before.isEmpty()) {
            return last;
        }
        Counted from = before.get();
        try {
            Counted to = Counted.end(from.pid());
            last = List.of(
                    figure("gateway.alloc", (to.octets() - from.octets()) / (double) operations, "B/op"),
                    figure("gateway.cpu", (to.cpuNanos() - from.cpuNanos()) / NANOS_A_MICRO / operations, "us/op"));
        } catch (IOException gone) {
            before = Optional.empty();
        }
        return last;
    }

    private static ScalarResult figure(String name, double value, String unit) {
        return new ScalarResult(name, value, unit, AggregationPolicy.AVG);
    }

    /** Empty where no gateway runs, as while JMH sets up and tears down. */
    private static Optional<Long> gateway() {
        try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
            return children.filter(GatewayProfiler::isGateway)
                    .map(ProcessHandle::pid)
                    .findFirst();
        }
    }

    /** By the whole command line, of which the handle tells no more than 4 KiB: a class path may be longer. */
    private static boolean isGateway(ProcessHandle child) {
        try {
            return Files.readString(
                            Path.of("/proc", Long.toString(child.pid()), "cmdline"), StandardCharsets.ISO_8859_1)
                    .contains("\0" + GATEWAY + "\0");
        } catch (IOException gone) {
            return false;
        }
    }
}
