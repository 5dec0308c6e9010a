package org.wsproof.proxy.config.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.wsproof.proxy.config.tls.IdentityException.Part;

/** Reads a certificate and its key from two PEM files, or from one that has both. */
public final class PemIdentity {
    private static final String CERTIFICATE = "a PEM file with the server's certificate, then the issuer of each";

    private PemIdentity() {}

    /**
     * Reads and checks both.
     *
     * @param key unencrypted, as PKCS#8, PKCS#1 or SEC 1
     * @throws IdentityException if a file can't be read or lacks what it should hold, or the key is another certificate's
     */
    public static ServerIdentity read(Path certificate, Path key) throws IdentityException {
        List<X509Certificate> chain = chain(certificate);
        PrivateKey read = PemKey.read(text(key, Part.KEY, PemKey.EXPECTED), key, chain.get(0));
        if (!IdentityCheck.match(read, chain.get(0).getPublicKey())) {
            throw new IdentityException(
                    Part.KEY,
                    key + " holds the key of another certificate than the first of " + certificate
                            + "; expected: the key that belongs to it");
        }
        return new ServerIdentity(chain, read);
    }

    private static List<X509Certificate> chain(Path file) throws IdentityException {
        List<X509Certificate> chain = new ArrayList<>();
        for (String block : PemBlock.all(text(file, Part.CERTIFICATE, CERTIFICATE), "CERTIFICATE")) {
            chain.add(certificate(block, file));
        }
        if (chain.isEmpty()) {
            throw new IdentityException(Part.CERTIFICATE, file + " holds no certificate; expected: " + CERTIFICATE);
        }
        IdentityCheck.requireChain(chain, Part.CERTIFICATE, file.toString());
        return chain;
    }

    private static X509Certificate certificate(String block, Path file) throws IdentityException {
        try {
            Certificate certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(PemBlock.octets(block)));
            return (X509Certificate) certificate;
        } catch (CertificateException | IllegalArgumentException broken) {
            throw new IdentityException(
                    Part.CERTIFICATE, file + " holds something that is no certificate; expected: " + CERTIFICATE);
        }
    }

    private static String text(Path file, Part part, String expected) throws IdentityException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IdentityException(part, file + " can't be read; expected: " + expected);
        }
    }
}
