package org.wsproof.proxy.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FileWatchTest {
    @TempDir
    private Path directory = Path.of("");

    private final BlockingQueue<String> contents = new LinkedBlockingQueue<>();
    private Path file = Path.of("");
    private FileWatch watch = FileWatch.start(new Snapshot(), Snapshot::new);

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("file"), "first");
    }

    @AfterEach
    void stop() {
        watch.close();
    }

    private void start() {
        watch.close();
        Snapshot first = new Snapshot();
        first.note(file);
        watch = FileWatch.start(first, this::read);
    }

    private Snapshot read() {
        Snapshot read = new Snapshot();
        read.note(file);
        try {
            contents.add(Files.exists(file) ? Files.readString(file) : "none");
        } catch (IOException e) {
            contents.add(e.toString());
        }
        return read;
    }

    private String next() throws InterruptedException {
        String content = contents.poll(10, TimeUnit.SECONDS);
        return content == null ? "nothing was read" : content;
    }

    @Test
    void aFileWrittenInPlaceIsReadAgain() throws Exception {
        start();
        Files.writeString(file, "second");
        assertThat(next()).isEqualTo("second");
        Files.writeString(file, "third");
        assertThat(next()).isEqualTo("third");
    }

    @Test
    void aFileReplacedByAnotherOfTheSameSizeAndTimeIsReadAgain() throws Exception {
        FileTime time = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(file, time);
        start();
        Path next = Files.writeString(directory.resolve("next"), "other");
        Files.setLastModifiedTime(next, time);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        assertThat(next()).isEqualTo("other");
    }

    /** As the volume of a Kubernetes ConfigMap is laid out. */
    @Test
    void aSymbolicLinkInTheMiddleThatIsSwappedIsNoticed() throws Exception {
        Path mounted = Files.createDirectory(directory.resolve("mounted"));
        Path old = Files.createDirectory(mounted.resolve("..1"));
        Path renewed = Files.createDirectory(mounted.resolve("..2"));
        Files.writeString(old.resolve("file"), "old");
        Files.writeString(renewed.resolve("file"), "renewed");
        Path data = Files.createSymbolicLink(mounted.resolve("..data"), Path.of("..1"));
        file = Files.createSymbolicLink(mounted.resolve("file"), Path.of("..data", "file"));
        start();
        Path swap = Files.createSymbolicLink(mounted.resolve("..data_tmp"), Path.of("..2"));
        Files.move(swap, data, StandardCopyOption.ATOMIC_MOVE);
        assertThat(next()).isEqualTo("renewed");
    }

    @Test
    void aFileThatIsGoneIsReadAndAgainWhenItIsBack() throws Exception {
        start();
        Files.delete(file);
        assertThat(next()).isEqualTo("none");
        Files.writeString(file, "back");
        assertThat(next()).isEqualTo("back");
    }

    @Test
    void aChangeBetweenReadingAndWatchingIsNotMissed() throws Exception {
        Snapshot first = new Snapshot();
        first.note(file);
        Files.writeString(file, "meanwhile");
        watch = FileWatch.start(first, this::read);
        assertThat(next()).isEqualTo("meanwhile");
    }

    @Test
    void manyStepsAreFewChanges() throws Exception {
        start();
        for (int i = 0; i < 50; i++) {
            Files.writeString(file, "step " + i);
        }
        Files.writeString(file, "last");
        int changes = 1;
        while (!next().equals("last")) {
            changes++;
        }
        assertThat(changes).isLessThan(10);
    }

    @Test
    void otherFilesInTheDirectoryAreNobodysBusiness() throws Exception {
        start();
        Files.writeString(directory.resolve("log"), "much");
        Files.writeString(file, "second");
        assertThat(next()).isEqualTo("second");
        assertThat(contents).isEmpty();
    }
}
