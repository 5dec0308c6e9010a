package org.wsproof.proxy.tls;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** The cipher suites that either leg speaks. */
public final class CipherSuites {
    /** An ephemeral key, and authenticated encryption: no key found later opens what was recorded, and no CBC. RFC 9325 §4.2. */
    private static final Pattern SOUND =
            Pattern.compile("TLS_(AES|CHACHA20)_.*|TLS_(ECDHE_ECDSA|ECDHE_RSA|DHE_RSA)_WITH_.*_(GCM|POLY1305)_.*");

    private CipherSuites() {}

    /** Those of the context's own choice that are sound, in its order. */
    public static List<String> of(SSLContext context) {
        return Arrays.stream(context.getDefaultSSLParameters().getCipherSuites())
                .filter(suite -> SOUND.matcher(suite).matches())
                .toList();
    }
}
