package org.wsproof.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.wsproof.conformance.engine.Report;
import org.wsproof.conformance.report.HtmlReport;
import org.wsproof.conformance.report.JsonReport;
import org.wsproof.conformance.report.JunitReport;

/** A report that goes to a file: {@code json=FILE}, {@code junit=FILE} or {@code html=FILE}. */
public record ReportFile(Kind kind, Path file) {
    /** The forms that a report can have, by their names on the command line. */
    enum Kind {
        JSON("json="),
        JUNIT("junit="),
        HTML("html=");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    /**
     * Tries the file before anything runs: a run whose report can't be kept is a run for nothing.
     *
     * @throws UsageException if it can't be written, or the kind is not known
     */
    static ReportFile parse(String text) throws UsageException {
        for (Kind kind : Kind.values()) {
            if (text.startsWith(kind.prefix) && text.length() > kind.prefix.length()) {
                return new ReportFile(kind, writable(Path.of(text.substring(kind.prefix.length()))));
            }
        }
        throw new UsageException("--report '" + text + "' is not known: write json=FILE, junit=FILE or html=FILE");
    }

    /**
     * Makes sure that a file can be written; what it holds stays, and one that is not there is not there afterwards.
     *
     * @throws UsageException if it can't
     */
    public static Path writable(Path file) throws UsageException {
        try {
            boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
            if (!there) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UsageException("--report: " + file + " can't be written: "
                    + e.getClass().getSimpleName().replaceAll("([a-z])([A-Z])", "$1 $2"));
        }
        return file;
    }

    /** @param about what the report does not know of itself */
    void write(Report report, HtmlReport.About about) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            switch (kind) {
                case JSON -> new JsonReport().write(report, writer);
                case JUNIT -> new JunitReport(about.reasons()).write(report, writer);
                case HTML -> new HtmlReport(about).write(report, writer);
            }
        }
    }
}
