package org.wsproof.proxy.backside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;
import org.wsproof.proxy.backside.TestCertificates.Identity;
import org.wsproof.proxy.backside.TestCertificates.Wish;
import org.wsproof.proxy.config.tls.SslClientProfile;
import org.wsproof.proxy.config.tls.SslClientProfile.Protocol;

/** A backside with TLS: who is trusted, and what goes through. */
@Timeout(30)
final class TlsBacksideTest {
    private static Identity authority;
    private static Identity good;
    private static Identity selfSigned;

    private Rig rig;

    @BeforeAll
    static void certify() throws Exception {
        authority = TestCertificates.authority("test authority");
        good = TestCertificates.issuedBy(authority, Wish.valid("localhost"));
        selfSigned = TestCertificates.selfSigned(Wish.valid("localhost"));
    }

    /** Each test replaces it with one that has the backside it wants. */
    @BeforeEach
    void start() throws IOException {
        rig = new Rig();
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    private void start(Identity shown, SslClientProfile profile) throws Exception {
        start(shown, profile, "localhost");
    }

    private void start(Identity shown, SslClientProfile profile, String host) throws Exception {
        rig.close();
        rig = new Rig(
                shown.server().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                settings -> settings.tls(host, profile));
    }

    private static SslClientProfile profile(boolean certificate, boolean hostname, Set<Protocol> protocols) {
        return new SslClientProfile("test", certificate, hostname, List.of(authority.certificate()), protocols);
    }

    private static SslClientProfile validating() {
        return profile(true, true, Set.of(Protocol.values()));
    }

    private void requireRefused() throws Exception {
        Peer client = rig.client().send(Rig.REQUEST);
        Peer origin = rig.accept();
        assertThatThrownBy(origin::readHead).isInstanceOf(IOException.class);
        assertThat(client.readHead()).startsWith("HTTP/1.1 502 ");
    }

    private void requireTunnel() throws IOException {
        Rig.Ends ends = rig.tunnel();
        ends.client().send("ping");
        assertThat(ends.origin().read(4)).isEqualTo("ping");
        ends.origin().send("pong");
        assertThat(ends.client().read(4)).isEqualTo("pong");
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aTrustedCertificateMakesATunnel(Protocol protocol) throws Exception {
        start(good, profile(true, true, Set.of(protocol)));
        requireTunnel();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"})
    void anOriginThatHasOnlyAnUnsoundCipherSuiteIs502(String suite) throws Exception {
        start(good, profile(true, true, Set.of(Protocol.TLS_1_2)));
        ((SSLServerSocket) rig.origin()).setEnabledCipherSuites(new String[] {suite});
        requireRefused();
    }

    @Test
    void theOriginIsToldTheBacksidesName() throws Exception {
        start(good, validating());
        Rig.Ends ends = rig.tunnel();
        ExtendedSSLSession session =
                (ExtendedSSLSession) ((SSLSocket) ends.origin().socket()).getSession();
        assertThat(session.getRequestedServerNames())
                .hasSize(1)
                .first()
                .asString()
                .contains("localhost");
    }

    @Test
    void aSelfSignedCertificateIs502() throws Exception {
        start(selfSigned, validating());
        requireRefused();
    }

    @Test
    void anExpiredCertificateIs502() throws Exception {
        start(TestCertificates.issuedBy(authority, Wish.expired("localhost")), validating());
        requireRefused();
    }

    @Test
    void aCertificateForAnotherHostIs502() throws Exception {
        start(TestCertificates.issuedBy(authority, Wish.valid("other.example")), validating());
        requireRefused();
    }

    @Test
    void withoutValidationAnyCertificateMakesATunnel() throws Exception {
        start(
                TestCertificates.selfSigned(Wish.expired("other.example")),
                profile(false, false, Set.of(Protocol.values())));
        requireTunnel();
    }

    @Test
    void anAddressWorksWithoutHostnameValidation() throws Exception {
        start(good, profile(true, false, Set.of(Protocol.values())), "127.0.0.1");
        requireTunnel();
    }

    @Test
    void anOriginWithoutTlsIs502() throws Exception {
        rig.close();
        rig = new Rig(settings -> settings.tls("127.0.0.1", validating()));
        Peer client = rig.client().send(Rig.REQUEST);
        rig.accept().send("SSH-2.0-OpenSSH\r\n");
        assertThat(client.readHead()).startsWith("HTTP/1.1 502 ");
    }

    @Test
    void plainHttpGoesOverTlsAndUsesItsConnectionAgain() throws Exception {
        start(good, validating());
        Peer client = rig.client();
        client.send(Rig.head("GET / HTTP/1.1", "Host: a"));
        Peer origin = rig.accept();
        for (int i = 0; i < 3; i++) {
            assertThat(origin.readHead()).startsWith("GET / ");
            origin.send(Rig.head("HTTP/1.1 200 OK", "Content-Length: 2") + "ok");
            client.readHead();
            assertThat(client.read(2)).isEqualTo("ok");
            client.send(Rig.head("GET / HTTP/1.1", "Host: a"));
        }
    }

    @Test
    void aHalfCloseIsRelayedBothWaysOnTls13() throws Exception {
        start(good, validating());
        Rig.Ends first = rig.tunnel();
        first.client().send("last").finish();
        assertThat(first.origin().readToEnd()).isEqualTo("last");
        first.origin().send("reply").finish();
        assertThat(first.client().readToEnd()).isEqualTo("reply");

        Rig.Ends second = rig.tunnel();
        second.origin().send("last").finish();
        assertThat(second.client().readToEnd()).isEqualTo("last");
        second.client().send("reply").finish();
        assertThat(second.origin().readToEnd()).isEqualTo("reply");
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void manyOctetsPassIntactBothWays(Protocol protocol) throws Exception {
        start(good, profile(true, true, Set.of(protocol)));
        Rig.Ends ends = rig.tunnel();
        byte[] octets = new byte[4 * 1024 * 1024];
        new Random(3).nextBytes(octets);
        CompletableFuture<Void> up = CompletableFuture.runAsync(() -> send(ends.client(), octets), Rig::thread);
        CompletableFuture<Void> down = CompletableFuture.runAsync(() -> send(ends.origin(), octets), Rig::thread);
        CompletableFuture<byte[]> received =
                CompletableFuture.supplyAsync(() -> read(ends.client(), octets.length), Rig::thread);
        assertThat(ends.origin().readBytes(octets.length)).isEqualTo(octets);
        assertThat(received.get()).isEqualTo(octets);
        up.get();
        down.get();
    }

    private static void send(Peer peer, byte[] octets) {
        try {
            peer.send(octets);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] read(Peer peer, int count) {
        try {
            return peer.readBytes(count);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
