package org.wsproof.conformance.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CertificatesTest {
    private static final Certificates CERTIFICATES = Certificates.create();

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void theValidCertificateIsAcceptedWithHostNameCheck(String host) throws Exception {
        assertThat(exchange("valid", host)).isEqualTo('y');
    }

    @ParameterizedTest
    @ValueSource(strings = {"self-signed", "expired", "not-yet-valid", "wrong-host", "untrusted"})
    void everyOtherCertificateIsRefused(String name) {
        assertThatThrownBy(() -> exchange(name, "localhost")).isInstanceOf(SSLException.class);
    }

    @Test
    void theWrongHostIsTheOnlyThingWrongWithThatCertificate() throws Exception {
        assertThat(exchange("wrong-host", "other.example")).isEqualTo('y');
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNamesThereAre() {
        assertThatThrownBy(() -> CERTIFICATES.serverContext("nonsense"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "certificate 'nonsense' is not one of [common-name-only, expired, for-clients-only, intermediate, "
                                + "issuer-for-other-names, issuer-no-authority, many-names, not-yet-valid, rsa, self-signed, "
                                + "tls-1-2-only, tls-1-3-only, untrusted, valid, wildcard-below, wrong-host]");
    }

    @Test
    void thePemFilesHoldAKeyAndACertificateThatTheAuthoritySigned(@TempDir Path folder) throws Exception {
        PemFiles files = CERTIFICATES.writeTo(folder);
        X509Certificate authority = certificate(files.trusted());
        certificate(files.frontCertificate()).verify(authority.getPublicKey());
        String body = Files.readString(files.frontKey()).replaceAll("-----[A-Z ]+-----", "");
        byte[] key = Base64.getMimeDecoder().decode(body);
        assertThat(KeyFactory.getInstance("EC")
                        .generatePrivate(new PKCS8EncodedKeySpec(key))
                        .getFormat())
                .isEqualTo("PKCS#8");
    }

    private static X509Certificate certificate(Path file) throws Exception {
        try (var in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static int exchange(String certificate, String host) throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (SSLServerSocket server = (SSLServerSocket)
                CERTIFICATES.serverContext(certificate).getServerSocketFactory().createServerSocket(0, 1, loopback)) {
            CompletableFuture<Boolean> answered = CompletableFuture.supplyAsync(() -> answer(server));
            try (SSLSocket client = connect(server.getLocalPort(), host)) {
                client.startHandshake();
                return client.getInputStream().read();
            } finally {
                answered.join();
            }
        }
    }

    private static SSLSocket connect(int port, String host) throws IOException {
        Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
        SSLSocket client =
                (SSLSocket) CERTIFICATES.clientContext().getSocketFactory().createSocket(plain, host, port, true);
        SSLParameters parameters = client.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        client.setSSLParameters(parameters);
        return client;
    }

    /** False where the client refused the handshake: that is the client's side to assert. */
    private static boolean answer(SSLServerSocket server) {
        try (SSLSocket accepted = (SSLSocket) server.accept()) {
            accepted.getOutputStream().write('y');
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
