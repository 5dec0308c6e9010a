package org.wsproof.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.wsproof.conformance.engine.Report;
import org.wsproof.conformance.report.JsonReport;

/** A report that goes to a file: {@code json=FILE}. */
record ReportFile(Path file) {
    private static final String JSON = "json=";

    /**
     * Opens the file before anything runs: a run whose report can't be kept is a run for nothing.
     *
     * @throws UsageException if it can't be written, or the kind is not known
     */
    static ReportFile parse(String text) throws UsageException {
        if (!text.startsWith(JSON) || text.length() == JSON.length()) {
            throw new UsageException("--report '" + text + "' is not known: write json=FILE");
        }
        Path file = Path.of(text.substring(JSON.length()));
        try {
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
        } catch (IOException e) {
            throw new UsageException("--report: " + file + " can't be written: "
                    + e.getClass().getSimpleName().replaceAll("([a-z])([A-Z])", "$1 $2"));
        }
        return new ReportFile(file);
    }

    void write(Report report) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            new JsonReport().write(report, writer);
        }
    }
}
