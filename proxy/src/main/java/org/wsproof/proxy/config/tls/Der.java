package org.wsproof.proxy.config.tls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** As much of DER as it takes to put a private key into PKCS#8 (RFC 5208 §5). */
final class Der {
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 4;
    private static final byte[] VERSION_0 = {2, 1, 0};

    private Der() {}

    /** A PrivateKeyInfo. */
    static byte[] privateKeyInfo(byte[] algorithm, byte[] key) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(VERSION_0);
        content.writeBytes(algorithm);
        content.writeBytes(element(OCTET_STRING, key));
        return element(SEQUENCE, content.toByteArray());
    }

    /** The AlgorithmIdentifier of a SubjectPublicKeyInfo (RFC 5280 §4.1): the first element in its sequence. */
    static byte[] algorithm(byte[] publicKeyInfo) {
        int start = contentStart(publicKeyInfo, 0);
        int content = contentStart(publicKeyInfo, start);
        return Arrays.copyOfRange(publicKeyInfo, start, content + length(publicKeyInfo, start));
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        if (content.length < 0x80) {
            element.write(content.length);
        } else {
            // DER takes as few octets as will do; no key needs more than two.
            int octets = content.length < 0x100 ? 1 : 2;
            element.write(0x80 | octets);
            for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
                element.write(content.length >> shift);
            }
        }
        element.writeBytes(content);
        return element.toByteArray();
    }

    private static int contentStart(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static int length(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        int length = first < 0x80 ? first : 0;
        for (int i = at + 2; i < contentStart(der, at); i++) {
            length = (length << 8) | (der[i] & 0xff);
        }
        return length;
    }
}
