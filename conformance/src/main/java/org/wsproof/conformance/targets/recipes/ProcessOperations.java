package org.wsproof.conformance.targets.recipes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Step.Operation;
import org.wsproof.conformance.targets.Operations;

/**
 * Operates on a child process as its manual says: by signals. A reload is told by one too, behind a change of the
 * configuration file; where it has none, the process watches the file.
 *
 * @param signals by the names that kill(1) knows; {@code ""} for a reload that needs none
 */
public record ProcessOperations(ProxyProcess process, Path configuration, Map<Operation, String> signals)
        implements Operations {
    private static final int KILL_SECONDS = 5;

    @Override
    public Set<Operation> offered() {
        Set<Operation> offered = EnumSet.of(Operation.GAUGE);
        offered.addAll(signals.keySet());
        return offered;
    }

    @Override
    public void drain() throws IOException {
        signal(Operation.DRAIN);
    }

    /** The change is a comment: YAML's, and that of the proxies' own formats. */
    @Override
    public void reload() throws IOException {
        Files.writeString(configuration, "\n# changed\n", StandardOpenOption.APPEND);
        signal(Operation.RELOAD);
    }

    @Override
    public long descriptors() throws IOException {
        Stream<ProcessHandle> all =
                Stream.concat(Stream.of(process.handle()), process.handle().descendants());
        long sum = 0;
        for (ProcessHandle one : all.toList()) {
            sum += descriptors(one);
        }
        return sum;
    }

    private static long descriptors(ProcessHandle one) throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(one.pid()), "fd"))) {
            return descriptors.count();
        } catch (IOException e) {
            if (one.isAlive()) {
                throw new IOException(
                        "the descriptors of process " + one.pid() + " can't be counted: " + e.getMessage(), e);
            }
            return 0;
        }
    }

    private void signal(Operation what) throws IOException {
        String name = Objects.requireNonNull(signals.get(what));
        if (name.isEmpty()) {
            return;
        }
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .start();
        try {
            if (!kill.waitFor(KILL_SECONDS, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IOException("process " + process.pid() + " can't be sent " + name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while process " + process.pid() + " was sent " + name, e);
        }
    }
}
