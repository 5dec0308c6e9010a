package org.wsproof.cli.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wsproof.benchmarks.bench.figures.BenchReport;
import org.wsproof.benchmarks.bench.report.HtmlPage;
import org.wsproof.benchmarks.bench.report.JsonReport;
import org.wsproof.cli.ReportFile;
import org.wsproof.cli.UsageException;

/** A report that goes to a file: {@code json=FILE} or {@code html=FILE}. */
record BenchReportFile(Kind kind, Path file) {
    /** The forms that a report can have, by their names on the command line. */
    enum Kind {
        JSON("json="),
        HTML("html=");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    /**
     * Tries the file before anything is measured: a run whose report can't be kept is a run for nothing.
     *
     * @throws UsageException if it can't be written, or the kind is not known
     */
    static BenchReportFile parse(String text) throws UsageException {
        for (Kind kind : Kind.values()) {
            if (text.startsWith(kind.prefix) && text.length() > kind.prefix.length()) {
                return new BenchReportFile(kind, ReportFile.writable(Path.of(text.substring(kind.prefix.length()))));
            }
        }
        throw new UsageException("--report '" + text + "' is not known: write json=FILE or html=FILE");
    }

    void write(BenchReport report) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            switch (kind) {
                case JSON -> new JsonReport().write(report, writer);
                case HTML -> new HtmlPage().write(report, writer);
            }
        }
    }
}
