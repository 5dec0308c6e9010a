package org.wsproof.conformance.relay;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.wsproof.conformance.relay.link.Tls;

/** For faults: where a chain is not trusted, tries once more with other anchors, or as of a time when it was valid. */
final class SecondThought extends X509ExtendedTrustManager {
    private final List<X509Certificate> anchors;
    private final UnaryOperator<List<X509Certificate>> others;
    private final boolean anyTime;

    /** @param others makes the anchors of the second attempt from the chain; none, and there is no second attempt */
    SecondThought(List<X509Certificate> anchors, UnaryOperator<List<X509Certificate>> others, boolean anyTime) {
        this.anchors = anchors;
        this.others = others;
        this.anyTime = anyTime;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        try {
            Tls.trustManager(anchors, Optional.empty()).checkServerTrusted(chain, type, socket);
        } catch (CertificateException e) {
            List<X509Certificate> second = others.apply(List.of(chain));
            if (second.isEmpty()) {
                throw e;
            }
            Optional<Date> when = anyTime ? Optional.of(chain[0].getNotBefore()) : Optional.empty();
            Tls.trustManager(second, when).checkServerTrusted(chain, type, socket);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("only sockets are used here");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("only sockets are used here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("only servers are validated here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("only servers are validated here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("only servers are validated here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return anchors.toArray(X509Certificate[]::new);
    }
}
