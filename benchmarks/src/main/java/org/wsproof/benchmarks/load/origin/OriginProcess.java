package org.wsproof.benchmarks.load.origin;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The scripted origin in a process of its own, which ends when this one does. */
public final class OriginProcess implements AutoCloseable {
    private static final int STOP_SECONDS = 10;

    private final Process process;
    private final BufferedReader out;
    private final InetSocketAddress address;

    private OriginProcess(Process process, BufferedReader out, InetSocketAddress address) {
        this.process = process;
        this.out = out;
        this.address = address;
    }

    /**
     * Starts it from this process's class path, and waits until it listens.
     *
     * @param address port 0 leaves the choice to the system
     * @throws IOException if it does not listen
     */
    public static OriginProcess start(InetSocketAddress address) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OriginMain.class.getName(),
                        address.getAddress().getHostAddress(),
                        Integer.toString(address.getPort())))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        try {
            int port = Integer.parseInt(line(out));
            return new OriginProcess(process, out, new InetSocketAddress(address.getAddress(), port));
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String line(BufferedReader out) throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new EOFException("the origin's process has ended");
        }
        return line;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    public long pid() {
        return process.pid();
    }

    /** What it has counted so far. */
    public OriginReport report() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        return OriginReport.of(line(out));
    }

    /** Ends it with a SIGKILL, and returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
