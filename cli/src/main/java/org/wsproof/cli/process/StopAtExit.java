package org.wsproof.cli.process;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While this is open, a virtual machine that is told to end (Ctrl-C, SIGTERM) first interrupts the thread that opened it,
 * and gives it a moment to clear up.
 */
public final class StopAtExit implements AutoCloseable {
    private static final int CLEAR_UP_SECONDS = 5;

    private final Thread running = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private final String command;
    private final Thread hook;

    /** @param command says so if it does not clear up in time */
    public StopAtExit(String command) {
        this.command = command;
        this.hook = new Thread(this::stop, "stop-run");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop() {
        running.interrupt();
        try {
            boolean cleared = over.await(CLEAR_UP_SECONDS, TimeUnit.SECONDS);
            if (!cleared) {
                System.err.println(command + ": did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that all is cleared up. */
    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The virtual machine is ending, and the hook is what made the run end.
        }
    }
}
