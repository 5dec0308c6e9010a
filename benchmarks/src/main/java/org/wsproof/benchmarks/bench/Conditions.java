package org.wsproof.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wsproof.benchmarks.bench.contenders.Cores;
import org.wsproof.benchmarks.bench.figures.Echo;
import org.wsproof.benchmarks.bench.figures.Setting;
import org.wsproof.benchmarks.bench.loads.Stand;
import org.wsproof.benchmarks.load.line.TlsClient;

/** What this machine lets be measured. */
public final class Conditions {
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final String FILES = "Max open files";
    private static final int WANTED = 9_000;

    /** Descriptors that a process needs for other things than tunnels. */
    private static final int OTHERS = 100;

    /** From this part on lighttpd takes no more connections; nginx closes those that it can spare a little later. */
    private static final double FULL = 9.0 / 10;

    private static final int LEAST = 16;

    private Conditions() {}

    /** The most descriptors that a process may have here. */
    public static int descriptors() throws IOException {
        return descriptors(Files.readAllLines(LIMITS));
    }

    /** From a line as {@code Max open files  1024  20000  files}: the hard limit, to which Java raises its own and its children's. */
    static int descriptors(List<String> limits) throws IOException {
        String line = limits.stream()
                .filter(one -> one.startsWith(FILES))
                .findFirst()
                .orElseThrow(() -> new IOException("expected a line '" + FILES + "' in " + LIMITS + ", found none"));
        String[] words = line.substring(FILES.length()).strip().split("\\s+", -1);
        return words[1].equals("unlimited")
                ? Integer.MAX_VALUE
                : (int) Math.min(Integer.MAX_VALUE, Long.parseLong(words[1]));
    }

    /** How many tunnels, with both legs in one process, such a limit allows: 9,000, or fewer. */
    public static int tunnels(int descriptors) {
        return Math.max(LEAST, Math.min(WANTED, (int) (descriptors * FULL - OTHERS) / 2));
    }

    static Setting of(BenchPlan plan, Cores cores, int threads, TlsClient tls) throws IOException {
        List<String> remarks = new ArrayList<>();
        remarks.add("dropped: the warm-up (" + plan.warmUp().described() + "), and the first " + Stand.SETTLE.toMillis()
                + " ms of each measurement; nothing else");
        if (plan.others().contains(BenchPlan.IDLE)) {
            remarks.add(
                    "idle tunnels: " + plan.tunnels() + " at once (descriptor limit " + descriptors()
                            + "), measured once, as a process seldom gives memory back; a tunnel takes what the resident memory grew by, or,"
                            + " if that is more, what is alive in a Java process's heap: once grown, it has room for them already");
        }
        if (plan.echoes().stream().anyMatch(Echo::tls)) {
            remarks.add("TLS on the frontside: " + tls.version() + " with " + tls.cipherSuite()
                    + " for all, as the client offers nothing else; the way to the origin is plain");
        }
        if (!cores.apart(threads)) {
            remarks.add((cores.apart(1) ? "a proxy with " + threads + " threads" : "proxy")
                    + " and load share a core of " + cores.count()
                    + ": messages a second and latency are theirs together, CPU is the proxy's own");
        }
        return new Setting(
                machine(cores),
                cores.described(),
                plan.rounds(),
                plan.slice().toMillis(),
                plan.rate(),
                plan.tunnels(),
                remarks);
    }

    private static String machine(Cores cores) {
        return cores.count() + (cores.count() == 1 ? " core, " : " cores, ") + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + ", Java " + System.getProperty("java.version");
    }
}
