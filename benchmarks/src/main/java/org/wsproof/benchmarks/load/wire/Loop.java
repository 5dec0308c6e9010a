package org.wsproof.benchmarks.load.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One thread with a selector, the connections it serves, and the buffer that they read into. */
public final class Loop implements AutoCloseable {
    private static final int IN_SIZE = 512 * 1024;
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(1);

    private final Selector selector = Selector.open();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Consumer<SelectionKey> dispatch = Loop::dispatch;
    private final ByteBuffer in = ByteBuffer.allocateDirect(IN_SIZE);
    private final Turn turn;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable RuntimeException fault;

    /** What is served when its key is ready; attached to the key. */
    public interface Ready {
        void ready(SelectionKey key);
    }

    /** What is done once a turn. */
    public interface Turn {
        /**
         * Does it.
         *
         * @param now by {@link System#nanoTime}
         * @return nanoseconds after which the next turn comes at the latest; below a millisecond the thread does not sleep
         */
        long turn(long now);
    }

    private Loop(Turn turn, String name) throws IOException {
        this.turn = turn;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    public static Loop start(Turn turn, String name) throws IOException {
        Loop loop = new Loop(turn, name);
        loop.thread.start();
        return loop;
    }

    /** The buffer, empty; on this thread only. */
    public ByteBuffer in() {
        return in.clear();
    }

    /** Runs the task on this thread, soon. */
    public void execute(Runnable task) {
        tasks.add(task);
        if (Thread.currentThread() != thread) {
            selector.wakeup();
        }
    }

    public SelectionKey register(SelectableChannel channel, int interest, Ready ready) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, interest, ready);
    }

    /** What stopped this thread before it was closed, if anything did. */
    public void requireNoFault() {
        RuntimeException failed = fault;
        if (failed != null) {
            throw new IllegalStateException(thread.getName() + " has stopped: " + failed, failed);
        }
    }

    private void run() {
        try {
            while (!closed) {
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
                select(Math.min(LONGEST_WAIT, turn.turn(System.nanoTime())));
            }
        } catch (IOException broken) {
            fault = new UncheckedIOException(broken);
        } catch (RuntimeException failed) {
            fault = failed;
        } finally {
            closeAll();
        }
    }

    private void select(long nanos) throws IOException {
        long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
        if (millis > 0 && tasks.isEmpty()) {
            selector.select(dispatch, millis);
        } else {
            selector.selectNow(dispatch);
        }
    }

    private static void dispatch(SelectionKey key) {
        if (key.isValid()) {
            ((Ready) key.attachment()).ready(key);
        }
    }

    private void closeAll() {
        try {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException broken) {
            fault = new UncheckedIOException(broken);
        }
    }

    /** Ends every connection. */
    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        requireNoFault();
    }
}
