package org.wsproof.conformance.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.http.Request;

/**
 * TLS to the origin.
 *
 * @param hostCheck true if the certificate must name the origin's host (RFC 9110 §4.3.4)
 */
record BacksideTls(SSLContext context, boolean hostCheck, Faults faults) {
    /** Performs the TLS handshake; bounded by the connection's own read timeout. */
    Socket over(Socket tcp, InetSocketAddress origin, Request request) throws IOException {
        String host = origin.getHostString();
        // The JDK resumes sessions by this name, and then says the resumed one's server name whatever is set below.
        boolean named = faults.has(Fault.SNI_FROM_HOST_FIELD) && !hostCheck;
        String known = named ? request.head().joined("Host") : host;
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(tcp, known, origin.getPort(), true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setServerNames(serverNames(host, request));
        parameters.setApplicationProtocols(
                faults.has(Fault.OFFERS_H2) ? new String[] {"h2", "http/1.1"} : new String[] {"http/1.1"});
        if (faults.has(Fault.ONLY_TLS_1_2) || faults.has(Fault.ONLY_TLS_1_3)) {
            parameters.setProtocols(new String[] {faults.has(Fault.ONLY_TLS_1_2) ? "TLSv1.2" : "TLSv1.3"});
        }
        if (hostCheck) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        if (hostCheck) {
            namesAHost(tls);
        }
        return tls;
    }

    /** The JDK looks at the common name where there is no subject alternative name; RFC 9110 §4.3.4 forbids just that. */
    private static void namesAHost(SSLSocket tls) throws IOException {
        X509Certificate shown = (X509Certificate) tls.getSession().getPeerCertificates()[0];
        try {
            if (shown.getSubjectAlternativeNames() == null) {
                tls.close();
                throw new IOException("the origin's certificate names no host");
            }
        } catch (CertificateParsingException e) {
            tls.close();
            throw new IOException("the origin's certificate can't be read", e);
        }
    }

    /** The backside's host, unless it is an address (RFC 6066 §3); said here since the JDK leaves out names without a dot. */
    private List<SNIServerName> serverNames(String host, Request request) {
        if (faults.has(Fault.SNI_FROM_HOST_FIELD)) {
            return List.of(new SNIHostName(request.head().joined("Host").replaceFirst(":[0-9]*$", "")));
        }
        boolean address = host.contains(":") || host.matches("[0-9.]+");
        return address ? List.of() : List.of(new SNIHostName(host));
    }
}
