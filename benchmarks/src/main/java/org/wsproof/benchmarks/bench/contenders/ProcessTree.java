package org.wsproof.benchmarks.bench.contenders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A process with all its threads, and its children, as Linux accounts for them in {@code /proc}. */
public final class ProcessTree {
    private static final Path PROC = Path.of("/proc");
    private static final String RESIDENT = "Rss:";

    private final List<Long> pids;

    private ProcessTree(List<Long> pids) {
        this.pids = pids;
    }

    /** A process and its children as they are now: the proxies here start theirs once, at the beginning. */
    public static ProcessTree of(long pid) {
        Stream<ProcessHandle> children =
                ProcessHandle.of(pid).map(ProcessHandle::descendants).orElse(Stream.empty());
        return new ProcessTree(
                Stream.concat(Stream.of(pid), children.map(ProcessHandle::pid)).toList());
    }

    /** This process without its children. */
    public static ProcessTree ofThisAlone() {
        return new ProcessTree(List.of(ProcessHandle.current().pid()));
    }

    /** Whether this machine accounts for processes as it has to. */
    public static boolean isMeasurable() {
        return Files.isReadable(PROC.resolve("self/schedstat")) && Files.isReadable(PROC.resolve("self/smaps_rollup"));
    }

    /**
     * The CPU time that the threads which run now have used so far, in nanoseconds.
     *
     * @throws IOException if there is no such process any more
     */
    public long cpuNanos() throws IOException {
        long sum = 0;
        for (long pid : pids) {
            for (Path thread : threads(pid)) {
                sum += cpuOf(thread);
            }
        }
        return sum;
    }

    private static List<Path> threads(long pid) throws IOException {
        try (Stream<Path> threads = Files.list(PROC.resolve(pid + "/task"))) {
            return threads.toList();
        } catch (UncheckedIOException e) {
            throw new IOException("process " + pid + " has ended", e);
        }
    }

    /** The first of three numbers: nanoseconds on a core. */
    private static long cpuOf(Path thread) throws IOException {
        try {
            String line = Files.readString(thread.resolve("schedstat"));
            return Long.parseLong(line.substring(0, line.indexOf(' ')));
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }

    /**
     * Resident memory in octets; what processes share counts for each.
     *
     * @throws IOException if there is no such process any more
     */
    public long residentOctets() throws IOException {
        long sum = 0;
        for (long pid : pids) {
            sum += resident(Files.readAllLines(PROC.resolve(pid + "/smaps_rollup")));
        }
        return sum;
    }

    /** From a line as {@code Rss:      1234 kB}. */
    static long resident(List<String> rollup) throws IOException {
        String line = rollup.stream()
                .filter(one -> one.startsWith(RESIDENT))
                .findFirst()
                .orElseThrow(() -> new IOException("expected a line " + RESIDENT + " in smaps_rollup, found none"));
        return Long.parseLong(line.substring(RESIDENT.length(), line.length() - "kB".length())
                        .strip())
                * 1024;
    }
}
