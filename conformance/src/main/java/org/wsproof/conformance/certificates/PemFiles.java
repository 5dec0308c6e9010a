package org.wsproof.conformance.certificates;

import java.nio.file.Path;

/**
 * The files that a target under test is given.
 *
 * @param trusted the certificate authority that the origin's good certificates come from
 * @param frontCertificate certificate chain for a TLS frontside on localhost, 127.0.0.1 and ::1
 * @param frontKey its key, PKCS #8, not encrypted
 */
public record PemFiles(Path trusted, Path frontCertificate, Path frontKey) {}
