package org.wsproof.benchmarks.bench.contenders;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.wsproof.conformance.certificates.Certificates;
import org.wsproof.conformance.certificates.PemFiles;

/**
 * Certificate and key of the contenders' TLS frontsides: the same for all.
 *
 * @param both the two in one file, as some proxies want them
 */
public record Keys(PemFiles files, Path both) {
    /** Writes them into a folder. */
    public static Keys in(Path folder, Certificates certificates) throws IOException {
        PemFiles files = certificates.writeTo(folder);
        // As that one is its owner's alone, so is its copy.
        Path both = Files.copy(files.frontKey(), folder.resolve("front-both.pem"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(
                both,
                Files.readString(files.frontCertificate()) + Files.readString(files.frontKey()),
                StandardCharsets.US_ASCII);
        return new Keys(files, both);
    }
}
