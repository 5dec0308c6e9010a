package org.wsproof.benchmarks.load.line;

import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/**
 * A client's side of TLS, which offers one version and one cipher suite: whoever answers has chosen these. No session is resumed.
 *
 * @param context trusts whom it talks to
 * @param version as JSSE names it
 * @param cipherSuite as JSSE names it
 */
public record TlsClient(SSLContext context, String version, String cipherSuite) {
    private static final String VERSION = "TLSv1.3";
    private static final String CIPHER_SUITE = "TLS_AES_128_GCM_SHA256";
    private static final String SERVER = "localhost";

    /** TLS 1.3 with AES-128-GCM, which each of its servers has to know (RFC 8446 §9.1). */
    public static TlsClient of(SSLContext context) {
        return new TlsClient(context, VERSION, CIPHER_SUITE);
    }

    /** For one connection. Made for no address, so that it has no session to resume; names localhost as the server. */
    SSLEngine engine() {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(true);
        SSLParameters offered = new SSLParameters(new String[] {cipherSuite}, new String[] {version});
        offered.setServerNames(List.of(new SNIHostName(SERVER)));
        engine.setSSLParameters(offered);
        return engine;
    }
}
