package org.wsproof.proxy.config.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import org.wsproof.proxy.config.tls.IdentityException.Part;

/** Whether a chain is one, and a key its first certificate's: what would otherwise first be seen in a TLS handshake. */
final class IdentityCheck {
    private static final byte[] SAMPLE = "wsproof".getBytes(StandardCharsets.US_ASCII);

    private IdentityCheck() {}

    /** Each certificate must have been issued by the one behind it (RFC 8446 §4.4.2, RFC 5246 §7.4.2). */
    static void requireChain(List<X509Certificate> chain, Part part, String what) throws IdentityException {
        for (int i = 1; i < chain.size(); i++) {
            X509Certificate issued = chain.get(i - 1);
            if (!issued.getIssuerX500Principal().equals(chain.get(i).getSubjectX500Principal())) {
                throw new IdentityException(
                        part,
                        what + " is out of order: certificate " + (i + 1) + " is not the issuer of certificate " + i
                                + "; expected: the server's certificate first, then the issuer of each");
            }
        }
    }

    /** Signs with the one and verifies with the other, which holds for any algorithm. */
    static boolean match(PrivateKey key, PublicKey certified) {
        if (!family(key.getAlgorithm()).equals(family(certified.getAlgorithm()))) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(
                    switch (family(key.getAlgorithm())) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> key.getAlgorithm();
                    });
            signature.initSign(key);
            signature.update(SAMPLE);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(SAMPLE);
            return signature.verify(signed);
        } catch (GeneralSecurityException otherKind) {
            return false;
        }
    }

    /** The JDK names an Edwards key now by its family, now by its curve. */
    private static String family(String algorithm) {
        return algorithm.startsWith("Ed") ? "EdDSA" : algorithm;
    }
}
