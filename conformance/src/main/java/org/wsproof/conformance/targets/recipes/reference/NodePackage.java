package org.wsproof.conformance.targets.recipes.reference;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.wsproof.conformance.targets.recipes.Program;

/**
 * A package of npm's, with a program of ours around it. What it needs is installed when it is first asked for, in the versions
 * of a lock file, and kept in the sources' target folder; without the sources, for one run.
 *
 * @param home the folder of wsproof's sources, if they are there
 * @param name of the resources: the program, package.json and package-lock.json
 * @param npmName of the package
 * @param version of the package, as its lock file has it
 */
record NodePackage(Path home, String name, String npmName, String version) implements ReferenceProgram {
    private static final String DEBIAN_PACKAGES = "nodejs npm";
    private static final int INSTALL_SECONDS = 120;

    /** npm's own complaint, without its address of a registry and the place of its log. */
    private static final Pattern COMPLAINT = Pattern.compile("npm (?:error|ERR!) (code .*)");

    @Override
    public Ready ready(Path folder) throws IOException {
        Path node = new Program("node", "--version", DEBIAN_PACKAGES).find().path();
        Path installed = installed(folder);
        // Beside what it requires, which is where node looks.
        Path program = copied(".js", installed.resolve(name + ".js"));
        return new Ready(List.of(node.toString(), program.toString()), version);
    }

    private Path installed(Path folder) throws IOException {
        Path kept = home.resolve("target").resolve(name + "-" + version);
        if (Files.isDirectory(kept)) {
            return kept;
        }
        Path fresh = Files.createDirectory(folder.resolve("npm"));
        copied(".package.json", fresh.resolve("package.json"));
        copied(".package-lock.json", fresh.resolve("package-lock.json"));
        install(fresh, folder.resolve("npm.log"));
        return Files.isDirectory(home.resolve("reference-proxies")) ? keep(fresh, kept) : fresh;
    }

    /** Whole or not at all: another run may be at it too, and then the first one's stays. */
    private static Path keep(Path fresh, Path kept) throws IOException {
        Files.createDirectories(kept.getParent());
        Path beside = Files.createTempDirectory(kept.getParent(), kept.getFileName() + "-");
        copyAll(fresh, beside);
        try {
            return Files.move(beside, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            return Files.isDirectory(kept) ? kept : fresh;
        }
    }

    private static void copyAll(Path from, Path to) throws IOException {
        List<Path> all;
        try (var paths = Files.walk(from)) {
            all = paths.filter(path -> !path.equals(from)).toList();
        }
        for (Path path : all) {
            Files.copy(path, to.resolve(from.relativize(path).toString()));
        }
    }

    private void install(Path folder, Path log) throws IOException {
        Path npm = new Program("npm", "--version", DEBIAN_PACKAGES).find().path();
        Process process = new ProcessBuilder(npm.toString(), "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS)) {
                throw missing("it took longer than " + INSTALL_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw missing(complaint(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while npm installed " + npmName, e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private IOException missing(String why) {
        return new IOException(npmName + " " + version + " can't be had: npm could not install it (" + why
                + "); it needs a registry that npm can reach");
    }

    private static String complaint(Path log) throws IOException {
        return COMPLAINT
                .matcher(Files.readString(log, StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("it did not say why");
    }

    private Path copied(String ending, Path to) throws IOException {
        try (InputStream resource = NodePackage.class.getResourceAsStream(name + ending)) {
            if (resource == null) {
                throw new FileNotFoundException("resource " + name + ending);
            }
            byte[] octets = resource.readAllBytes();
            if (!Files.exists(to) || !Arrays.equals(Files.readAllBytes(to), octets)) {
                Files.write(to, octets);
            }
            return to;
        }
    }
}
