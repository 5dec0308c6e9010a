package org.wsproof.conformance.certificates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.wsproof.conformance.certificates.Subject.Use;

/**
 * A certificate authority and the server certificates that cases name: {@code valid}, {@code self-signed},
 * {@code expired}, {@code not-yet-valid}, {@code wrong-host} (names other.example) and {@code untrusted} (from another
 * authority); further {@code common-name-only}, {@code for-clients-only}, {@code issuer-no-authority},
 * {@code issuer-for-other-names} and {@code wildcard-below} (names *.localhost), none of which is good; and
 * {@code intermediate}, {@code rsa}, {@code many-names}, {@code tls-1-2-only} and {@code tls-1-3-only}, which are good. Unless
 * said otherwise they name localhost, 127.0.0.1 and ::1. Made anew each time; immutable.
 */
public final class Certificates {
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1");
    /** A certificate of some 20 KiB. */
    private static final int MANY = 1_000;

    private static final char[] PASSWORD = "wsproof".toCharArray();

    private final Identity authority;
    private final Identity front;
    private final Map<String, KeyManager[]> servers;
    private final SSLContext client;

    private Certificates(Identity authority, Identity front, Map<String, KeyManager[]> servers)
            throws GeneralSecurityException, IOException {
        this.client = trusting(authority);
        this.authority = authority;
        this.front = front;
        this.servers = servers;
    }

    /** Makes keys and certificates; takes well under a second. */
    public static Certificates create() {
        Instant now = Instant.now();
        Subject server = Subject.server(LOOPBACK, now);
        Instant tomorrow = now.plus(Subject.DAY);
        Instant yesterday = now.minus(Subject.DAY);
        try {
            Identity authority = Identity.selfSigned(Subject.authority("wsproof authority", now));
            Identity other = Identity.selfSigned(Subject.authority("another authority", now));
            Identity valid = authority.issue(server);
            Map<String, KeyManager[]> servers = new TreeMap<>();
            servers.put("valid", keys(valid));
            servers.put("self-signed", keys(Identity.selfSigned(server)));
            servers.put("expired", keys(authority.issue(server.during(yesterday.minus(Subject.MONTH), yesterday))));
            servers.put("not-yet-valid", keys(authority.issue(server.during(tomorrow, tomorrow.plus(Subject.MONTH)))));
            servers.put("wrong-host", keys(authority.issue(Subject.server(List.of("other.example"), now))));
            servers.put("untrusted", keys(other.issue(server)));
            servers.putAll(wrong(authority, valid, now));
            servers.putAll(uncommon(authority, valid, now));
            return new Certificates(authority, valid, servers);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this JDK could not make certificates: " + e.getMessage(), e);
        }
    }

    /** Certificates that are wrong in ways less often tried. */
    private static Map<String, KeyManager[]> wrong(Identity authority, Identity valid, Instant now)
            throws GeneralSecurityException, IOException {
        Subject server = Subject.server(LOOPBACK, now);
        Subject bound = Subject.authority("wsproof department", now).as(Use.AUTHORITY_FOR_OTHERS);
        return Map.of(
                "common-name-only", keys(authority.issue(server.as(Use.SERVER_WITHOUT_NAMES))),
                "for-clients-only", keys(authority.issue(server.as(Use.CLIENT))),
                "issuer-no-authority", keys(valid.issue(server)),
                "issuer-for-other-names", keys(authority.issue(bound).issue(server)),
                "wildcard-below", keys(authority.issue(Subject.server(List.of("*.localhost"), now))));
    }

    /** Good certificates that are less common, and servers that speak one version of TLS. */
    private static Map<String, KeyManager[]> uncommon(Identity authority, Identity valid, Instant now)
            throws GeneralSecurityException, IOException {
        Subject server = Subject.server(LOOPBACK, now);
        Subject between = Subject.authority("wsproof intermediate", now);
        return Map.of(
                "intermediate", keys(authority.issue(between).issue(server)),
                "rsa", keys(authority.issue(server, Identity.rsaKeys())),
                "many-names", keys(authority.issue(Subject.server(manyNames(), now))),
                "tls-1-2-only", keys(valid),
                "tls-1-3-only", keys(valid));
    }

    private static List<String> manyNames() {
        Stream<String> others = IntStream.range(0, MANY).mapToObj(n -> "host-" + n + ".example");
        return Stream.concat(others, LOOPBACK.stream()).toList();
    }

    /** The versions of TLS that the server with this certificate speaks; none for all. */
    public Optional<String> onlyVersion(String name) {
        return switch (name) {
            case "tls-1-2-only" -> Optional.of("TLSv1.2");
            case "tls-1-3-only" -> Optional.of("TLSv1.3");
            default -> Optional.empty();
        };
    }

    /**
     * A context for a server that shows the certificate of this name. Each is new, so that no session is resumed and every
     * handshake shows its certificate.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public SSLContext serverContext(String name) {
        KeyManager[] keys = servers.get(name);
        if (keys == null) {
            throw new IllegalArgumentException("certificate '" + name + "' is not one of " + servers.keySet());
        }
        try {
            return context(keys, new TrustManager[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK could not make a TLS context: " + e.getMessage(), e);
        }
    }

    /** A context for a client that trusts this authority and no other. Host names are the caller's to check. */
    public SSLContext clientContext() {
        return client;
    }

    /**
     * Writes what a target under test needs into a folder.
     *
     * @throws IOException if the folder can't be written
     */
    public PemFiles writeTo(Path folder) throws IOException {
        try {
            return new PemFiles(
                    write(folder.resolve("trusted.pem"), pem(authority.certificate())),
                    write(folder.resolve("front.pem"), pem(front.certificate()) + pem(authority.certificate())),
                    write(
                            ownersAlone(folder.resolve("front-key.pem")),
                            pem("PRIVATE KEY", front.keys().getPrivate().getEncoded())));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate just made can't be encoded", e);
        }
    }

    /** A careful target warns of a key that everybody can read. */
    private static Path ownersAlone(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static Path write(Path file, String text) throws IOException {
        return Files.writeString(file, text, StandardCharsets.US_ASCII);
    }

    private static String pem(X509Certificate certificate) throws CertificateEncodingException {
        return pem("CERTIFICATE", certificate.getEncoded());
    }

    private static String pem(String type, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n";
    }

    private static KeyManager[] keys(Identity identity) throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        store.setKeyEntry("server", identity.keys().getPrivate(), PASSWORD, identity.chain());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        return keys.getKeyManagers();
    }

    private static SSLContext trusting(Identity authority) throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        store.setCertificateEntry("authority", authority.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return context(new KeyManager[0], trust.getTrustManagers());
    }

    private static SSLContext context(KeyManager[] keys, TrustManager[] trust) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust, null);
        return context;
    }

    /** In memory only: of the formats that the JDK has this one spends no ten thousand rounds on hiding a key. */
    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, PASSWORD);
        return store;
    }
}
