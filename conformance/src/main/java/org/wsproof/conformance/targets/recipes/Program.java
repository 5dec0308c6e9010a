package org.wsproof.conformance.targets.recipes;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A proxy's program as people install it.
 *
 * @param versionArgument makes it print its version and end
 * @param debianPackages what to install, separated by spaces
 */
public record Program(String name, String versionArgument, String debianPackages) {
    /** Where Debian and others keep programs that a user's PATH leaves out. */
    private static final String MORE_FOLDERS = "/usr/sbin" + File.pathSeparator + "/usr/local/sbin";

    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d[^ \\n]*");
    private static final int SECONDS = 5;

    /**
     * Looks for it where programs are, and asks it for its version.
     *
     * @throws IOException if it is not there; the message says what to install
     */
    public Binary find() throws IOException {
        Path path = path().orElseThrow(() -> new IOException(name + " is not installed: no such program in PATH, "
                + MORE_FOLDERS + "; on Debian: apt-get install " + debianPackages));
        return new Binary(path, version(path));
    }

    /** Where it is; empty if it is not installed. */
    public Optional<Path> path() {
        String folders = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + MORE_FOLDERS;
        return Stream.of(folders.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private String version(Path path) throws IOException {
        Process process = new ProcessBuilder(path.toString(), versionArgument)
                .redirectErrorStream(true)
                .start();
        try (var output = process.getInputStream()) {
            String printed = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(path + " " + versionArgument + " does not end");
            }
            return versionIn(printed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + path + " " + versionArgument + " ran", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The version in what it prints when it is asked for it; "" if there is none. */
    public static String versionIn(String printed) {
        Matcher version = VERSION.matcher(printed);
        return version.find() ? version.group() : "";
    }
}
