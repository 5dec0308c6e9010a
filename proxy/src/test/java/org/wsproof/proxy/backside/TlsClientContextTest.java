package org.wsproof.proxy.backside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wsproof.proxy.backside.TestCertificates.Identity;
import org.wsproof.proxy.backside.TestCertificates.Wish;
import org.wsproof.proxy.config.ConfigurationLoader;
import org.wsproof.proxy.config.tls.SslClientProfile;

class TlsClientContextTest {
    private static final String HOST = "origin.test";
    private static final int TIMEOUT_MILLIS = 5_000;

    private static final ExecutorService SERVERS = Executors.newCachedThreadPool();
    private static Identity authority;
    private static Identity stranger;

    @TempDir
    Path directory;

    @BeforeAll
    static void makeAuthorities() throws Exception {
        authority = TestCertificates.authority("the test authority");
        stranger = TestCertificates.authority("a stranger");
    }

    @AfterAll
    static void stopServers() {
        SERVERS.shutdownNow();
    }

    /** Certificate, validate-server-certificate, validate-hostname, and whether the handshake may succeed. */
    @ParameterizedTest(name = "{0}, certificate validated: {1}, hostname validated: {2}")
    @CsvSource({
        "valid,       true,  true,  true",
        "valid,       true,  false, true",
        "valid,       false, true,  true",
        "valid,       false, false, true",
        "self-signed, true,  true,  false",
        "self-signed, true,  false, false",
        "self-signed, false, true,  true",
        "self-signed, false, false, true",
        "expired,     true,  true,  false",
        "expired,     true,  false, false",
        "expired,     false, true,  true",
        "expired,     false, false, true",
        "wrong-host,  true,  true,  false",
        "wrong-host,  true,  false, true",
        "wrong-host,  false, true,  false",
        "wrong-host,  false, false, true",
        "unnamed,     true,  true,  false",
        "unnamed,     true,  false, true",
        "unnamed,     false, true,  false",
        "unnamed,     false, false, true",
        "untrusted,   true,  true,  false",
        "untrusted,   true,  false, false",
        "untrusted,   false, true,  true",
        "untrusted,   false, false, true",
    })
    void theProfileAloneDecidesWhichCertificateIsTaken(
            String certificate, boolean validated, boolean hostname, boolean taken) throws Exception {
        SslClientProfile profile = profile(validated, hostname, List.of(authority.certificate()));
        SSLContext server = identity(certificate).server();

        if (taken) {
            assertThatCode(() -> connect(profile, server)).doesNotThrowAnyException();
        } else {
            assertThatExceptionOfType(SSLException.class).isThrownBy(() -> connect(profile, server));
        }
    }

    @Test
    void withoutTrustedCertificatesTheJdksTrustStoreDecides() throws Exception {
        SSLContext server = identity("valid").server();

        assertThatExceptionOfType(SSLException.class)
                .isThrownBy(() -> connect(SslClientProfile.validating(), server))
                .withMessageContaining("unable to find valid certification path");
    }

    @Test
    void everyCertificateOfThePemFileIsTrusted() throws Exception {
        Path pem = directory.resolve("trusted.pem");
        Files.writeString(pem, pem(stranger.certificate()) + pem(authority.certificate()));
        SslClientProfile profile = loaded("{ trusted-certificates: trusted.pem }");

        assertThat(profile.trustedCertificates()).hasSize(2);
        assertThatCode(() -> connect(profile, identity("valid").server())).doesNotThrowAnyException();
        assertThatCode(() -> connect(profile, identity("untrusted").server())).doesNotThrowAnyException();
        assertThatExceptionOfType(SSLException.class)
                .isThrownBy(() -> connect(profile, identity("self-signed").server()));
    }

    @Test
    void theTutorialsProfileTakesACertificateOfAnotherHost() throws Exception {
        SslClientProfile profile = loaded("{ validate-server-certificate: false }");

        assertThatCode(() -> connect(profile, identity("wrong-host").server())).doesNotThrowAnyException();
    }

    private static Identity identity(String name) throws Exception {
        return switch (name) {
            case "valid" -> TestCertificates.issuedBy(authority, Wish.valid(HOST));
            case "self-signed" -> TestCertificates.selfSigned(Wish.valid(HOST));
            case "expired" -> TestCertificates.issuedBy(authority, Wish.expired(HOST));
            case "wrong-host" -> TestCertificates.issuedBy(authority, Wish.valid("other.test"));
            case "unnamed" -> TestCertificates.named(authority, Wish.valid(HOST));
            case "untrusted" -> TestCertificates.issuedBy(stranger, Wish.valid(HOST));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static SslClientProfile profile(boolean validated, boolean hostname, List<X509Certificate> trusted) {
        return new SslClientProfile("p", validated, hostname, trusted, Set.of(SslClientProfile.Protocol.values()));
    }

    private SslClientProfile loaded(String profile) throws Exception {
        Path file = Files.writeString(
                directory.resolve("gateway.yaml"),
                "multi-protocol-gateways:\n  - name: g\n    default-backside-url: https://h\n"
                        + "    front-side-handlers: [ http: { name: h } ]\n    ssl-client-profile: " + profile + "\n");
        return ConfigurationLoader.load(file).gateways().get(0).sslClientProfile();
    }

    private static String pem(X509Certificate certificate) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(certificate);
        }
        return text.toString();
    }

    /** One handshake over loopback, and one octet from the server: only then has TLS 1.3 shown that both are content. */
    private static void connect(SslClientProfile profile, SSLContext server) throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (SSLServerSocket listener =
                (SSLServerSocket) server.getServerSocketFactory().createServerSocket(0, 1, loopback)) {
            Future<Boolean> served = SERVERS.submit(() -> serve(listener));
            try (Socket plain = new Socket(loopback, listener.getLocalPort());
                    SSLSocket client = wrap(profile, plain)) {
                client.setSoTimeout(TIMEOUT_MILLIS);
                client.startHandshake();
                assertThat(client.getInputStream().read()).isEqualTo('!');
            }
            assertThat(served.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
        }
    }

    private static SSLSocket wrap(SslClientProfile profile, Socket plain) throws Exception {
        SSLContext context = TlsClientContext.of(profile);
        SSLSocket client = (SSLSocket) context.getSocketFactory().createSocket(plain, HOST, plain.getPort(), true);
        SSLParameters parameters = client.getSSLParameters();
        if (profile.validateHostname()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        client.setSSLParameters(parameters);
        return client;
    }

    private static boolean serve(SSLServerSocket listener) throws IOException {
        try (SSLSocket accepted = (SSLSocket) listener.accept()) {
            accepted.getOutputStream().write('!');
            return true;
        }
    }
}
