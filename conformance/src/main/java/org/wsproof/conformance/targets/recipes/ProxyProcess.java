package org.wsproof.conformance.targets.recipes;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A proxy that runs as a child process, in the foreground, and prints into a log. It is stopped when it is closed, and at
 * the latest when this virtual machine ends.
 */
public final class ProxyProcess implements AutoCloseable {
    private static final int STOP_SECONDS = 2;
    private static final int CONNECT_MILLIS = 500;
    private static final int POLL_MILLIS = 20;
    private static final int LAST_LINES = 15;

    private final Process process;
    private final Path log;
    private final Thread atExit;

    private ProxyProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.atExit = new Thread(this::stop, "stop-target");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts the command and waits until each address accepts connections.
     *
     * @param log takes what it prints
     * @throws IOException if it can't be started, ends early, or is not ready in time; carries what it printed
     */
    public static ProxyProcess start(
            List<String> command, Path log, Collection<InetSocketAddress> frontsides, Duration deadline)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(log.toFile());
        // What a program keeps for its user, Caddy its configuration, stays beside the log.
        builder.environment().put("HOME", log.toFile().getAbsoluteFile().getParent());
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
        Process process = builder.start();
        ProxyProcess started = watched(process, log);
        try {
            long end = System.nanoTime() + deadline.toNanos();
            for (InetSocketAddress frontside : frontsides) {
                started.awaitReady(frontside, end);
            }
            return started;
        } catch (IOException e) {
            started.close();
            throw e;
        } catch (InterruptedException e) {
            started.close();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.get(0) + " started", e);
        }
    }

    private static ProxyProcess watched(Process process, Path log) throws IOException {
        try {
            return new ProxyProcess(process, log);
        } catch (IllegalStateException e) {
            // This virtual machine is ending already: nobody would stop it later.
            process.destroyForcibly();
            throw new IOException("not started: told to stop", e);
        }
    }

    private void awaitReady(InetSocketAddress frontside, long end) throws IOException, InterruptedException {
        while (!accepts(frontside)) {
            // Waiting for its end is the pause between two tries.
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("ended as it started, with exit code " + process.exitValue() + said());
            }
            if (System.nanoTime() > end) {
                throw new IOException("does not accept connections at " + frontside + said());
            }
        }
        if (!process.isAlive()) {
            throw new IOException("ended as it started, with exit code " + process.exitValue() + said());
        }
    }

    /** Whether a TCP connection is accepted there. */
    public static boolean accepts(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    public long pid() {
        return process.pid();
    }

    /** Waits for its end, {@code most} at most; whether it has ended. */
    public boolean endedWithin(Duration most) throws InterruptedException {
        return process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The last lines it printed; "" if none. */
    public String lastWords() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "(its log can't be read: " + e.getMessage() + ")";
        }
    }

    private String said() {
        String words = lastWords();
        return words.isEmpty() ? "; it printed nothing" : "; it printed:\n" + words;
    }

    /** Asks it to end, and after two seconds ends it with all its children. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The virtual machine is ending: the hook runs now, and finds nothing left to do.
        }
    }

    private void stop() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        if (!ended(process.onExit())) {
            process.destroyForcibly();
            ended(process.onExit());
        }
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child -> ended(child.onExit()));
    }

    /** Waits two seconds at most, an interrupt notwithstanding. */
    private static boolean ended(CompletableFuture<?> exit) {
        try {
            exit.orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }
}
