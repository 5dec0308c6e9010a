package org.wsproof.proxy.frontside.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.wsproof.proxy.config.tls.ServerIdentity;

/** Makes the TLS context that shows one identity to every client, and asks none for its own. */
final class TlsServerContext {
    private TlsServerContext() {}

    static SSLContext of(ServerIdentity identity) throws GeneralSecurityException, IOException {
        // The store never leaves the memory, so its password protects nothing.
        char[] password = new char[0];
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", identity.key(), password, identity.chain().toArray(new Certificate[0]));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), new TrustManager[0], null);
        return context;
    }
}
