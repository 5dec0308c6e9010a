package org.wsproof.benchmarks.bench.contenders;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which cores are whose: the last ones are the proxies', who take turns, and the others, or the first where there are too few, are the load's. With a single core, or without
 * {@code taskset}, nobody is pinned.
 */
public final class Cores implements AutoCloseable {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";
    private static final int SECONDS = 5;
    private static final int TRIES = 10;

    private final List<Integer> all;
    private final int threads;
    private final boolean apart;

    private Cores(List<Integer> all, int threads, boolean apart) {
        this.all = List.copyOf(all);
        this.threads = threads;
        this.apart = apart;
    }

    /**
     * Pins this process, all its threads and those to come, to the load's cores.
     *
     * @param threads the most that a proxy has
     * @throws IOException if this machine does not say which cores there are
     */
    public static Cores divide(int threads) throws IOException {
        List<Integer> all = allowed(Files.readAllLines(STATUS));
        List<Integer> loads = all.subList(0, Math.max(1, all.size() - threads));
        return new Cores(all, threads, all.size() > 1 && pinThis(loads));
    }

    /** From a line as {@code Cpus_allowed_list: 0-3,8}. */
    static List<Integer> allowed(List<String> status) throws IOException {
        String list = status.stream()
                .filter(line -> line.startsWith(ALLOWED))
                .map(line -> line.substring(ALLOWED.length()).strip())
                .findFirst()
                .orElseThrow(() -> new IOException("expected a line " + ALLOWED + " in " + STATUS + ", found none"));
        List<Integer> cores = new ArrayList<>();
        for (String range : list.split(",", -1)) {
            String[] ends = range.split("-", 2);
            IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                    .forEach(cores::add);
        }
        return cores;
    }

    /** How many there are. */
    public int count() {
        return all.size();
    }

    /** Whether a proxy with so many threads has cores of its own. */
    public boolean apart(int of) {
        return apart && of < all.size();
    }

    private List<Integer> loads() {
        return all.subList(0, Math.max(1, all.size() - threads));
    }

    private List<Integer> proxies(int of) {
        return all.subList(Math.max(0, all.size() - of), all.size());
    }

    /** Who runs where, in a line. */
    public String described() {
        return apart
                ? "each proxy with one I/O thread on " + listed(proxies(1))
                        + (threads == 1 ? "" : ", with " + threads + " on " + listed(proxies(threads)))
                        + ", the load (client and origin, one thread each) on " + listed(loads())
                : "nobody is pinned: "
                        + (all.size() == 1 ? "there is one core, which proxy and load share" : "taskset can't be used");
    }

    /** The command that runs this command on so many of the proxies' cores. */
    List<String> pinned(List<String> command, int of) {
        if (!apart) {
            return command;
        }
        List<String> pinned = new ArrayList<>(List.of("taskset", "-c", joined(proxies(of))));
        pinned.addAll(command);
        return pinned;
    }

    private static String listed(List<Integer> cores) {
        return (cores.size() == 1 ? "core " : "cores ") + joined(cores);
    }

    private static String joined(List<Integer> cores) {
        return cores.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Gives whether it could be done; a thread that ends while it is done makes taskset fail, and it is done again. */
    private static boolean pinThis(List<Integer> cores) throws IOException {
        String list = joined(cores);
        String pid = Long.toString(ProcessHandle.current().pid());
        for (int i = 0; i < TRIES; i++) {
            Process process;
            try {
                process = new ProcessBuilder("taskset", "-a", "-c", "-p", list, pid)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException absent) {
                return false;
            }
            if (succeeds(process)) {
                return true;
            }
        }
        return false;
    }

    private static boolean succeeds(Process process) throws IOException {
        try {
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while taskset ran");
        } finally {
            process.destroyForcibly();
        }
    }

    /** Gives this process all its cores back, where that can be done: it is not worth losing a report for. */
    @Override
    public void close() {
        if (!apart) {
            return;
        }
        try {
            pinThis(all);
        } catch (IOException interrupted) {
            // Its thread is still told so.
        }
    }
}
