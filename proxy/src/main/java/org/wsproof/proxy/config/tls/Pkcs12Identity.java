package org.wsproof.proxy.config.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wsproof.proxy.config.tls.IdentityException.Part;

/** Reads a certificate and its key from a PKCS#12 file. */
public final class Pkcs12Identity {
    private static final String STORE = "a PKCS#12 file with one private key and its certificates";
    private static final String PASSWORD = "a text file whose first line is the keystore's password";

    private Pkcs12Identity() {}

    /**
     * Reads and checks both.
     *
     * @param passwordFile its first line is the password; nothing else is read
     * @throws IdentityException if a file can't be read, if the password is not the store's, or if there is not one key
     */
    public static ServerIdentity read(Path store, Path passwordFile) throws IdentityException {
        char[] password = password(passwordFile);
        KeyStore opened = opened(store, password, passwordFile);
        try {
            return identity(opened, store, password);
        } catch (GeneralSecurityException e) {
            throw new IdentityException(
                    Part.KEYSTORE,
                    store + " holds a key that can't be had (" + e.getMessage() + "); expected: " + STORE);
        }
    }

    private static char[] password(Path file) throws IdentityException {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.lines().findFirst().orElse("").toCharArray();
        } catch (IOException e) {
            throw new IdentityException(Part.PASSWORD, file + " can't be read; expected: " + PASSWORD);
        }
    }

    private static KeyStore opened(Path store, char[] password, Path passwordFile) throws IdentityException {
        byte[] octets;
        try {
            octets = Files.readAllBytes(store);
        } catch (IOException e) {
            throw new IdentityException(Part.KEYSTORE, store + " can't be read; expected: " + STORE);
        }
        try {
            KeyStore opened = KeyStore.getInstance("PKCS12");
            opened.load(new ByteArrayInputStream(octets), password);
            return opened;
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw new IdentityException(
                        Part.PASSWORD,
                        passwordFile + " holds another password than that of " + store + "; expected: " + PASSWORD);
            }
            throw new IdentityException(Part.KEYSTORE, store + " is no PKCS#12 file; expected: " + STORE);
        } catch (GeneralSecurityException e) {
            throw new IdentityException(
                    Part.KEYSTORE, store + " can't be opened (" + e.getMessage() + "); expected: " + STORE);
        }
    }

    private static ServerIdentity identity(KeyStore opened, Path store, char[] password)
            throws GeneralSecurityException, IdentityException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(opened.aliases())) {
            if (opened.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw new IdentityException(
                    Part.KEYSTORE, store + " holds " + keys.size() + " private keys; expected: " + STORE);
        }
        List<X509Certificate> chain = chain(opened.getCertificateChain(keys.get(0)));
        if (chain.isEmpty()) {
            throw new IdentityException(Part.KEYSTORE, store + " holds no certificate; expected: " + STORE);
        }
        if (opened.getKey(keys.get(0), password) instanceof PrivateKey key
                && IdentityCheck.match(key, chain.get(0).getPublicKey())) {
            return new ServerIdentity(chain, key);
        }
        throw new IdentityException(Part.KEYSTORE, store + " holds the key of another certificate; expected: " + STORE);
    }

    /** A key may stand there without any. */
    private static List<X509Certificate> chain(Certificate @Nullable [] stored) {
        List<X509Certificate> chain = new ArrayList<>();
        if (stored != null) {
            for (Certificate certificate : stored) {
                chain.add((X509Certificate) certificate);
            }
        }
        return chain;
    }
}
