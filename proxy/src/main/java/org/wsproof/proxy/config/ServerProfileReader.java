package org.wsproof.proxy.config;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wsproof.proxy.config.tls.IdentityException;
import org.wsproof.proxy.config.tls.PemIdentity;
import org.wsproof.proxy.config.tls.Pkcs12Identity;
import org.wsproof.proxy.config.tls.ServerIdentity;
import org.wsproof.proxy.config.tls.SslServerProfile;
import org.wsproof.proxy.config.yaml.ConfigurationException;
import org.wsproof.proxy.config.yaml.SecretFile;
import org.wsproof.proxy.config.yaml.Section;

/** Reads what an {@code https} front side handler has beside an {@code http} one: certificate, key and protocols. */
final class ServerProfileReader {
    private static final String CERTIFICATE = "certificate";
    private static final String KEY = "key";
    private static final String KEYSTORE = "keystore";
    private static final String PASSWORD = "keystore-password-file";

    static final List<String> KEYS = List.of(CERTIFICATE, KEY, KEYSTORE, PASSWORD, "protocols");

    private static final Logger LOG = LoggerFactory.getLogger(ServerProfileReader.class);
    private static final String FORMS = "certificate and key, or keystore and keystore-password-file";

    private final Section section;

    private ServerProfileReader(Section section) {
        this.section = section;
    }

    /** The profile of an {@code https} section. */
    static SslServerProfile read(Section section) throws ConfigurationException {
        return new SslServerProfile(new ServerProfileReader(section).identity(), ProfileReader.protocols(section));
    }

    private ServerIdentity identity() throws ConfigurationException {
        boolean pem = section.has(CERTIFICATE) || section.has(KEY);
        boolean store = section.has(KEYSTORE) || section.has(PASSWORD);
        if (pem && store) {
            throw section.wrong(
                    section.has(KEYSTORE) ? KEYSTORE : PASSWORD, "stands beside certificate or key; allowed: " + FORMS);
        }
        try {
            ServerIdentity identity = store ? keystore() : pem();
            warnOfExpiry(identity);
            return identity;
        } catch (IdentityException mistake) {
            throw section.wrong(key(mistake.part()), mistake.problem());
        }
    }

    private ServerIdentity pem() throws ConfigurationException, IdentityException {
        Path certificate = section.file(CERTIFICATE, "a PEM file; " + FORMS);
        Path key = section.file(KEY, "a PEM file; " + FORMS);
        ServerIdentity identity = PemIdentity.read(certificate, key);
        SecretFile.warnIfOpen("the " + KEY + " of handler " + name(), key);
        return identity;
    }

    private ServerIdentity keystore() throws ConfigurationException, IdentityException {
        Path store = section.file(KEYSTORE, "a PKCS#12 file; " + FORMS);
        Path password = section.file(PASSWORD, "a text file with the password; " + FORMS);
        ServerIdentity identity = Pkcs12Identity.read(store, password);
        SecretFile.warnIfOpen("the " + KEYSTORE + " of handler " + name(), store);
        SecretFile.warnIfOpen("the " + PASSWORD + " of handler " + name(), password);
        return identity;
    }

    private static String key(IdentityException.Part part) {
        return switch (part) {
            case CERTIFICATE -> CERTIFICATE;
            case KEY -> KEY;
            case KEYSTORE -> KEYSTORE;
            case PASSWORD -> PASSWORD;
        };
    }

    /** Clients will refuse it, but a gateway that does not start serves nobody: so it is no mistake. */
    private void warnOfExpiry(ServerIdentity identity) {
        Instant end = identity.chain().get(0).getNotAfter().toInstant();
        if (end.isBefore(Instant.now())) {
            LOG.warn("the certificate of handler {} has expired on {}", name(), end);
        }
    }

    private String name() {
        try {
            return section.text("name", "", "");
        } catch (ConfigurationException noName) {
            return "";
        }
    }
}
