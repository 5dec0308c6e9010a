package org.wsproof.proxy.config.tls;

import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import org.wsproof.proxy.config.tls.IdentityException.Part;

/** Reads an unencrypted private key from PEM. The older forms are put into PKCS#8, the only one that the JDK reads. */
final class PemKey {
    static final String EXPECTED = "a PEM file with one unencrypted private key (PKCS#8, PKCS#1 or SEC 1)";

    /** The AlgorithmIdentifier of rsaEncryption (RFC 8017 appendix A.1). */
    private static final byte[] RSA = {
        0x30, 13, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 13, 1, 1, 1, 5, 0
    };

    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private PemKey() {}

    /** The key in {@code text}, which is the content of {@code file}; an EC key may leave its curve to the certificate. */
    static PrivateKey read(String text, Path file, X509Certificate certificate) throws IdentityException {
        if (text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----") || text.contains("Proc-Type: 4,ENCRYPTED")) {
            throw new IdentityException(Part.KEY, file + " holds an encrypted key; expected: " + EXPECTED);
        }
        try {
            byte[] pkcs8 = pkcs8(text, file, certificate);
            if (pkcs8.length == 0) {
                throw new IdentityException(Part.KEY, file + " holds no private key; expected: " + EXPECTED);
            }
            return key(pkcs8);
        } catch (InvalidKeySpecException | IllegalArgumentException broken) {
            throw new IdentityException(
                    Part.KEY, file + " holds something that is no RSA, EC or EdDSA key; expected: " + EXPECTED);
        }
    }

    /** Nothing if there is no key. */
    private static byte[] pkcs8(String text, Path file, X509Certificate certificate) throws IdentityException {
        for (String block : PemBlock.all(text, "PRIVATE KEY")) {
            return PemBlock.octets(block);
        }
        for (String block : PemBlock.all(text, "RSA PRIVATE KEY")) {
            return Der.privateKeyInfo(RSA, PemBlock.octets(block));
        }
        for (String block : PemBlock.all(text, "EC PRIVATE KEY")) {
            PublicKey certified = certificate.getPublicKey();
            if (!certified.getAlgorithm().equals("EC")) {
                throw new IdentityException(
                        Part.KEY,
                        file + " holds an EC key, the certificate one of " + certified.getAlgorithm()
                                + "; expected: the key that belongs to it");
            }
            return Der.privateKeyInfo(Der.algorithm(certified.getEncoded()), PemBlock.octets(block));
        }
        return new byte[0];
    }

    private static PrivateKey key(byte[] pkcs8) throws InvalidKeySpecException {
        InvalidKeySpecException none = new InvalidKeySpecException("a key of no known algorithm");
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException | NoSuchAlgorithmException another) {
                none.addSuppressed(another);
            }
        }
        throw none;
    }
}
