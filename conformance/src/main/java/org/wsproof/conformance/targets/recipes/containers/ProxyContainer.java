package org.wsproof.conformance.targets.recipes.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.model.Ulimit;
import com.github.dockerjava.api.model.WaitResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;
import org.wsproof.conformance.targets.recipes.ProxyProcess;

/**
 * A proxy in a container that shares the host's network, so that both ends of it stay on loopback. It is removed when it is closed, and
 * at the latest when this virtual machine ends.
 */
final class ProxyContainer implements AutoCloseable {
    /** A tunnel has two; some engines hand down a limit of a billion, and there are proxies that walk through all of them. */
    private static final long DESCRIPTORS = 20_000;

    private static final int POLL_MILLIS = 20;
    private static final int LAST_LINES = 15;

    /** As a shell tells of SIGKILL. */
    private static final int KILLED = 137;

    private final GenericContainer<?> container;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private final Thread atExit = new Thread(this::remove, "remove-container");

    private ProxyContainer(GenericContainer<?> container) {
        this.container = container;
    }

    /**
     * What is started.
     *
     * @param command what runs in it, behind the image's own entrypoint
     * @param files by their absolute paths in it, for everybody to read
     */
    record Contents(String image, List<String> command, Map<String, String> files) {}

    /**
     * Starts it and waits until each address accepts connections.
     *
     * @throws IOException if it can't be started, ends early, or is not ready in time; carries what it printed
     */
    static ProxyContainer start(Contents contents, Collection<InetSocketAddress> frontsides, Duration deadline)
            throws IOException {
        ProxyContainer started = new ProxyContainer(created(contents));
        try {
            Runtime.getRuntime().addShutdownHook(started.atExit);
            started.container.start();
            DockerEngine.client()
                    .waitContainerCmd(started.container.getContainerId())
                    .exec(started.new Ended());
            started.awaitReady(frontsides, System.nanoTime() + deadline.toNanos());
            return started;
        } catch (IOException e) {
            started.close();
            throw e;
        } catch (InterruptedException e) {
            started.close();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + contents.image() + " started", e);
        } catch (RuntimeException e) {
            String printed = started.said();
            started.close();
            throw new IOException("can't be started: " + DockerEngine.innermost(e) + printed, e);
        }
    }

    private static GenericContainer<?> created(Contents contents) {
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(contents.image()))
                .withNetworkMode("host")
                .withCommand(contents.command().toArray(String[]::new))
                .withStartupCheckStrategy(new AnyStart())
                .withLabels(Leftovers.label())
                .withCreateContainerCmdModifier(create -> Objects.requireNonNull(create.getHostConfig())
                        .withUlimits(new Ulimit[] {new Ulimit("nofile", DESCRIPTORS, DESCRIPTORS)}));
        contents.files().forEach((path, text) -> container.withCopyToContainer(Transferable.of(text), path));
        return container;
    }

    private void awaitReady(Collection<InetSocketAddress> frontsides, long end)
            throws IOException, InterruptedException {
        for (InetSocketAddress frontside : frontsides) {
            while (!ProxyProcess.accepts(frontside)) {
                // Waiting for its end is the pause between two tries.
                if (endedWithin(POLL_MILLIS)) {
                    throw new IOException("ended as it started, with exit code " + exit.join() + said());
                }
                if (System.nanoTime() > end) {
                    throw new IOException("does not accept connections at " + frontside
                            + " (it shares its engine's network, which must be this machine's)" + said());
                }
            }
        }
        if (!alive()) {
            throw new IOException("ended as it started, with exit code " + exit.join() + said());
        }
    }

    private boolean endedWithin(long millis) throws InterruptedException {
        try {
            exit.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean alive() {
        return !exit.isDone();
    }

    /**
     * Runs a command in it; returns what it prints.
     *
     * @throws IOException if it can't be run, or does not end well
     */
    String run(String... command) throws IOException {
        try {
            ExecResult result = container.execInContainer(command);
            if (result.getExitCode() != 0) {
                throw new IOException("in the container " + String.join(" ", command) + " ended with "
                        + result.getExitCode() + ": " + result.getStderr().strip());
            }
            return result.getStdout() + result.getStderr();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command[0] + " ran in the container", e);
        } catch (RuntimeException e) {
            throw new IOException(command[0] + " can't be run in the container: " + DockerEngine.innermost(e), e);
        }
    }

    /**
     * Writes a file in it anew.
     *
     * @throws IOException if it can't be written
     */
    void write(String path, String text) throws IOException {
        try {
            container.copyFileToContainer(Transferable.of(text), path);
        } catch (RuntimeException e) {
            throw new IOException(path + " can't be written in the container: " + DockerEngine.innermost(e), e);
        }
    }

    /**
     * Sends its first process a signal, by the name that kill(1) knows.
     *
     * @throws IOException if it can't be sent
     */
    void signal(String name) throws IOException {
        try {
            DockerEngine.client()
                    .killContainerCmd(container.getContainerId())
                    .withSignal(name)
                    .exec();
        } catch (RuntimeException e) {
            throw new IOException("the container can't be sent " + name + ": " + DockerEngine.innermost(e), e);
        }
    }

    /** The last lines it printed; "" if none, or if it was removed. */
    String lastWords() {
        try {
            List<String> lines = container.getContainerId() == null
                    ? List.of()
                    : container
                            .getLogs()
                            .lines()
                            .filter(line -> !line.isBlank())
                            .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (RuntimeException e) {
            return "(its log can't be read: " + DockerEngine.innermost(e) + ")";
        }
    }

    private String said() {
        String words = lastWords();
        return words.isEmpty() ? "; it printed nothing" : "; it printed:\n" + words;
    }

    /** Kills and removes it; waits for that, an interrupt notwithstanding. */
    @Override
    public void close() {
        // The engine's client gives up where its thread is interrupted: hence another.
        CompletableFuture.runAsync(this::remove).join();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The virtual machine is ending: the hook runs now, and finds nothing left to do.
        }
    }

    private synchronized void remove() {
        container.stop();
        exit.complete(KILLED);
    }

    /** Whether it serves is seen at its frontsides. */
    private static final class AnyStart extends StartupCheckStrategy {
        @Override
        public StartupStatus checkStartupState(DockerClient client, String id) {
            return StartupStatus.SUCCESSFUL;
        }
    }

    private final class Ended extends WaitContainerResultCallback {
        @Override
        public void onNext(WaitResponse response) {
            exit.complete(response.getStatusCode());
        }
    }
}
