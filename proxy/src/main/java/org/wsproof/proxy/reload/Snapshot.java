package org.wsproof.proxy.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What some files were like, each when it was noted: to be done just before a file is read, so that no later change is missed. */
public final class Snapshot {
    private final Map<Path, Stamp> stamps = new LinkedHashMap<>();

    /**
     * What tells one state of a file from another, without its content.
     *
     * @param place where a symbolic link leads; empty if there is no such file
     * @param identity the file's own, whatever its name
     */
    private record Stamp(String place, String identity, long modified, long size) {
        static Stamp of(Path file) {
            try {
                Path real = file.toRealPath();
                BasicFileAttributes now = Files.readAttributes(real, BasicFileAttributes.class);
                return new Stamp(
                        real.toString(),
                        String.valueOf(now.fileKey()),
                        now.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                        now.size());
            } catch (IOException missing) {
                return new Stamp("", "", 0, 0);
            }
        }
    }

    /** Notes what the file is like now, also that there is none; once it is noted, only {@link #again} looks anew. */
    public void note(Path file) {
        stamps.computeIfAbsent(file.toAbsolutePath(), Stamp::of);
    }

    /** The files noted, by their absolute paths. */
    public Set<Path> files() {
        return Set.copyOf(stamps.keySet());
    }

    /** The same files as they are now. */
    public Snapshot again() {
        Snapshot now = new Snapshot();
        stamps.keySet().forEach(now::note);
        return now;
    }

    /** Whether these are the same files in the same state. */
    boolean same(Snapshot other) {
        return stamps.equals(other.stamps);
    }
}
