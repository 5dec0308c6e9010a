package org.wsproof.conformance.targets.recipes;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A proxy's program as it is installed on this machine.
 *
 * @param version as the program prints it with {@code -v}
 */
record Binary(Path path, String version) {
    /** Where Debian and others keep programs that a user's PATH leaves out. */
    private static final String MORE_FOLDERS = "/usr/sbin" + File.pathSeparator + "/usr/local/sbin";

    private static final Pattern VERSION = Pattern.compile("(?:/|version )(\\d[^ \\n]*)");
    private static final int SECONDS = 5;

    /** @throws IOException if it is not there; the message says what to install */
    static Binary find(String program, String debianPackage) throws IOException {
        String folders = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + MORE_FOLDERS;
        Path path = Stream.of(folders.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IOException(program + " is not installed: no such program in PATH, "
                        + MORE_FOLDERS + "; on Debian: apt-get install " + debianPackage));
        return new Binary(path, version(path));
    }

    private static String version(Path path) throws IOException {
        Process process = new ProcessBuilder(path.toString(), "-v")
                .redirectErrorStream(true)
                .start();
        try (var output = process.getInputStream()) {
            Matcher version = VERSION.matcher(new String(output.readAllBytes(), StandardCharsets.UTF_8));
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(path + " -v does not end");
            }
            return version.find() ? version.group(1) : "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + path + " -v ran", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
