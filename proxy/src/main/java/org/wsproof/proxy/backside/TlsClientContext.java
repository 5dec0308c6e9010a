package org.wsproof.proxy.backside;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.wsproof.proxy.config.tls.SslClientProfile;

/**
 * Makes the TLS context that a TLS client profile asks for. Where the profile validates the host name, the caller must also
 * set the engine's endpoint identification algorithm to {@code HTTPS}: the context alone does not know the host.
 */
public final class TlsClientContext {
    private TlsClientContext() {}

    /**
     * A context whose trust is the profile's.
     *
     * @throws GeneralSecurityException if the JDK can't make it, or can't read its own trust store
     */
    public static SSLContext of(SslClientProfile profile) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[0], trust(profile), null);
        return context;
    }

    private static TrustManager[] trust(SslClientProfile profile) throws GeneralSecurityException {
        if (profile.validateServerCertificate()) {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            List<X509Certificate> trusted = profile.trustedCertificates();
            // No store at all means the JDK's own.
            factory.init(trusted.isEmpty() ? (KeyStore) null : store(trusted));
            TrustManager[] trust = factory.getTrustManagers();
            return profile.validateHostname()
                    ? new TrustManager[] {new NoCommonName((X509ExtendedTrustManager) trust[0])}
                    : trust;
        }
        return new TrustManager[] {profile.validateHostname() ? new AnyOfThatHost() : new Any()};
    }

    private static KeyStore store(List<X509Certificate> trusted) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException("an empty key store can't be made", e);
        }
        for (int i = 0; i < trusted.size(); i++) {
            store.setCertificateEntry("trusted-" + i, trusted.get(i));
        }
        return store;
    }

    /** Trusts any chain. To be extended means to JSSE that nothing else is to be checked: neither host nor algorithms. */
    private static final class Any extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /**
     * Trusts whom another does, unless the certificate has no subject alternative names: there JSSE's host check falls back on
     * the common name, which RFC 9110 §4.3.4 forbids.
     */
    private static final class NoCommonName extends X509ExtendedTrustManager {
        private final X509ExtendedTrustManager next;

        NoCommonName(X509ExtendedTrustManager next) {
            this.next = next;
        }

        static void check(X509Certificate[] chain) throws CertificateException {
            if (chain[0].getSubjectAlternativeNames() == null) {
                throw new CertificateException("the certificate has no subject alternative name, only a common name");
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            next.checkServerTrusted(chain, authType);
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            next.checkServerTrusted(chain, authType, socket);
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            next.checkServerTrusted(chain, authType, engine);
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            next.checkClientTrusted(chain, authType);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            next.checkClientTrusted(chain, authType, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            next.checkClientTrusted(chain, authType, engine);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return next.getAcceptedIssuers();
        }
    }

    /** Trusts any chain, and leaves the host check to JSSE, which makes it after a trust manager that is not extended. */
    private static final class AnyOfThatHost implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            NoCommonName.check(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
