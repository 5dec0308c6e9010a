package org.wsproof.proxy.reload;

import java.nio.file.ClosedWatchServiceException;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has files read again when one of them has changed, on a thread of its own. The system tells of most changes at once; what it does
 * not tell (of a network file system, or behind a symbolic link in the middle of a path) is found by looking each second.
 */
public final class FileWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** An editor or a copy may take several steps: they are over when nothing has changed for so long. */
    private static final Duration QUIET = Duration.ofMillis(100);

    /** A file that never stands still is read all the same. */
    private static final int MOST_WAITS = 50;

    private final Supplier<Snapshot> reread;
    private final Thread thread = new Thread(this::run, "wsproof-watch");

    /** Used on the thread only. */
    private Snapshot read;

    private FileWatch(Snapshot first, Supplier<Snapshot> reread) {
        this.read = first;
        this.reread = reread;
    }

    /**
     * Begins to watch.
     *
     * @param first the files to watch, noted before they were read
     * @param reread called when one has changed; reads the files, and gives those to watch from now on, each noted before it was
     *     read. It is not called again while it runs
     */
    public static FileWatch start(Snapshot first, Supplier<Snapshot> reread) {
        FileWatch watch = new FileWatch(first, reread);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    private void run() {
        try (Directories directories = new Directories()) {
            boolean told = false;
            while (!Thread.currentThread().isInterrupted()) {
                directories.watch(read.files());
                Snapshot now = read.again();
                if (!now.same(read)) {
                    settle(now);
                    read = reread.get();
                } else if (told) {
                    // Of something else there: a log that grows must not keep this thread busy.
                    Thread.sleep(QUIET.toMillis());
                }
                told = directories.await(LOOK);
            }
        } catch (InterruptedException | ClosedWatchServiceException closed) {
            LOG.trace("the watch is over", closed);
        } catch (RuntimeException fault) {
            LOG.error("changes of the configuration are no longer noticed", fault);
        }
    }

    private static void settle(Snapshot changed) throws InterruptedException {
        Snapshot before = changed;
        for (int i = 0; i < MOST_WAITS; i++) {
            Thread.sleep(QUIET.toMillis());
            Snapshot now = before.again();
            if (now.same(before)) {
                return;
            }
            before = now;
        }
    }

    /** Stops looking; a reading under way comes to its end. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
