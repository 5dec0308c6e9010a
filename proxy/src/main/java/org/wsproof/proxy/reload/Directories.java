package org.wsproof.proxy.reload;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wakes whoever waits when something happens in the directories of some files. A system that can't tell is no error. */
final class Directories implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Directories.class);

    private final Optional<WatchService> service = open();
    private final Map<Path, WatchKey> watched = new HashMap<>();

    private static Optional<WatchService> open() {
        try {
            return Optional.of(FileSystems.getDefault().newWatchService());
        } catch (IOException none) {
            LOG.debug("changes of files are not told, only looked for: {}", none.toString());
            return Optional.empty();
        }
    }

    /** Watches the directories of these files, and where symbolic links lead, in the place of those before. */
    void watch(Set<Path> files) {
        Set<Path> wanted = new HashSet<>();
        for (Path file : files) {
            add(wanted, file);
            try {
                add(wanted, file.toRealPath());
            } catch (IOException missing) {
                LOG.trace("not there now", missing);
            }
        }
        watched.entrySet().removeIf(each -> {
            boolean gone = !wanted.contains(each.getKey()) || !each.getValue().isValid();
            if (gone) {
                each.getValue().cancel();
            }
            return gone;
        });
        service.ifPresent(open -> wanted.forEach(directory -> register(open, directory)));
    }

    private static void add(Set<Path> directories, Path file) {
        Path directory = file.getParent();
        if (directory != null) {
            directories.add(directory);
        }
    }

    private void register(WatchService open, Path directory) {
        if (watched.containsKey(directory)) {
            return;
        }
        try {
            watched.put(
                    directory,
                    directory.register(
                            open,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE));
        } catch (IOException unwatchable) {
            LOG.debug("{} is not watched: {}", directory, unwatchable.toString());
        }
    }

    /** Waits until something happens there, {@code most} at most; whether something has. */
    boolean await(Duration most) throws InterruptedException {
        if (service.isEmpty()) {
            Thread.sleep(most.toMillis());
            return false;
        }
        WatchKey key = service.get().poll(most.toMillis(), TimeUnit.MILLISECONDS);
        if (key == null) {
            return false;
        }
        key.pollEvents();
        key.reset();
        return true;
    }

    @Override
    public void close() {
        try {
            if (service.isPresent()) {
                service.get().close();
            }
        } catch (IOException e) {
            LOG.debug("a watch of directories can't be closed: {}", e.toString());
        }
    }
}
