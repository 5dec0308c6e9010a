package org.wsproof.cli.compare;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wsproof.cli.ReportFile;
import org.wsproof.cli.UsageException;
import org.wsproof.conformance.report.comparison.About;
import org.wsproof.conformance.report.comparison.Comparison;
import org.wsproof.conformance.report.comparison.HtmlComparison;
import org.wsproof.conformance.report.comparison.JsonComparison;
import org.wsproof.conformance.report.comparison.MarkdownComparison;

/** A comparison that goes to a file: {@code html=FILE}, {@code md=FILE} or {@code json=FILE}. */
record ComparisonFile(Kind kind, Path file) {
    /** The forms that it can have, by their names on the command line. */
    enum Kind {
        HTML("html="),
        MARKDOWN("md="),
        JSON("json=");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    /**
     * Tries the file before anything runs.
     *
     * @throws UsageException if it can't be written, or the kind is not known
     */
    static ComparisonFile parse(String text) throws UsageException {
        for (Kind kind : Kind.values()) {
            if (text.startsWith(kind.prefix) && text.length() > kind.prefix.length()) {
                return new ComparisonFile(kind, ReportFile.writable(Path.of(text.substring(kind.prefix.length()))));
            }
        }
        throw new UsageException("--report '" + text + "' is not known: write html=FILE, md=FILE or json=FILE");
    }

    void write(Comparison comparison, About about) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            switch (kind) {
                case HTML -> new HtmlComparison(about).write(comparison, writer);
                case MARKDOWN -> new MarkdownComparison(about).write(comparison, writer);
                case JSON -> new JsonComparison().write(comparison, writer);
            }
        }
    }
}
