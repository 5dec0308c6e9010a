package org.wsproof.conformance.targets;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whom the kit's clients trust on a TLS frontside.
 *
 * @param hostChecked whether the certificate must name the host that is connected to (RFC 9110 §4.3.4)
 */
public record Trust(SSLContext context, boolean hostChecked) {
    /** As any client of this machine: the JDK's trust store, and the host's name. */
    public static Trust system() {
        try {
            return new Trust(SSLContext.getDefault(), true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK could not make a TLS context: " + e.getMessage(), e);
        }
    }

    /** Any certificate will do. */
    public static Trust anybody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[0], new TrustManager[] {new Anybody()}, null);
            return new Trust(context, false);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK could not make a TLS context: " + e.getMessage(), e);
        }
    }

    /**
     * Makes TLS of a connection.
     *
     * @param version the only version of TLS spoken; "" for any
     * @param serverName sent as the TLS server name unless it is an address (RFC 6066 §3)
     * @param millis how long the handshake may be silent
     * @throws IOException if the handshake failed; the message says how
     */
    public SSLSocket over(Socket tcp, String serverName, String version, int millis) throws IOException {
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(tcp, serverName, tcp.getPort(), true);
        SSLParameters parameters = tls.getSSLParameters();
        if (serverName.matches(".*[A-Za-z].*") && !serverName.contains(":")) {
            parameters.setServerNames(List.of(new SNIHostName(serverName)));
        }
        if (hostChecked) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        if (!version.isEmpty()) {
            parameters.setProtocols(new String[] {version});
        }
        tls.setSSLParameters(parameters);
        tcp.setSoTimeout(millis);
        tls.startHandshake();
        tcp.setSoTimeout(0);
        return tls;
    }

    /** Extended, since the JDK adds checks of its own to what a plain trust manager says. */
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
