package org.wsproof.conformance.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium that loads one page, lets its scripts run, and says what became of it. */
public record Chromium(Path program) {
    private static final int SECONDS = 60;

    /**
     * What a page came to.
     *
     * @param dom as HTML, after its scripts
     * @param complaints what the page's console and the browser's log say of scripts
     */
    public record Loaded(String dom, List<String> complaints) {}

    public static Optional<Chromium> installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .map(Chromium::new);
    }

    public Loaded load(Path page, Path folder) throws IOException, InterruptedException {
        Path dom = folder.resolve("dom.html");
        Path log = folder.resolve("chromium.log");
        Process process = new ProcessBuilder(command(page, folder.resolve("profile")))
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("Chromium did not end within " + SECONDS + " s: " + Files.readString(log));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        return new Loaded(
                Files.readString(dom),
                Files.readString(log)
                        .lines()
                        .filter(line -> line.contains("CONSOLE"))
                        .toList());
    }

    private List<String> command(Path page, Path profile) {
        return List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--enable-logging=stderr",
                "--user-data-dir=" + profile,
                "--dump-dom",
                page.toUri().toString());
    }
}
