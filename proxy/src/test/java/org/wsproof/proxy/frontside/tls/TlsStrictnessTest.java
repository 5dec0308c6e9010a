package org.wsproof.proxy.frontside.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.net.SocketException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wsproof.proxy.HeardLog;
import org.wsproof.proxy.Rig;
import org.wsproof.proxy.config.tls.SslClientProfile.Protocol;
import org.wsproof.proxy.tls.CipherSuites;

/** What of TLS a client does not get. */
@Timeout(30)
final class TlsStrictnessTest {
    private TlsRig rig;

    @BeforeEach
    void start() throws Exception {
        rig = new TlsRig(TlsRig.Wanted.of(TlsRig.BOTH));
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    /** In TLS 1.2 this begins a second handshake, in TLS 1.3 it asks for new keys; the rest comes with the next read. */
    private static void shakeHandsAgain(SSLSocket tls) throws IOException {
        tls.startHandshake();
    }

    /** Not merely a timeout, which is no end. */
    private static void requireEnd(TlsRig.Client client) throws IOException {
        try {
            assertThat(client.tls().getInputStream().read()).isNegative();
        } catch (SSLException | SocketException ended) {
            assertThat(client.connection().isClosed()
                            || client.connection().ended()
                            || ended instanceof SocketException)
                    .isTrue();
        }
    }

    @Test
    void aClientThatRenegotiatesInATunnelLosesItAndNobodyElseDoes() throws Exception {
        TlsRig.Ends other = rig.tunnel(Protocol.TLS_1_2);
        TlsRig.Ends ends = rig.tunnel(Protocol.TLS_1_2);
        try (HeardLog log = new HeardLog("org.wsproof.proxy.tunnel", Level.DEBUG)) {
            shakeHandsAgain(ends.client().tls());
            requireEnd(ends.client());
            assertThat(ends.origin().seesEnd()).isTrue();
            assertThat(log.lines()).anySatisfy(line -> assertThat(line).contains("renegotiates, which is not allowed"));
        }
        other.client().peer().send("ping");
        assertThat(other.origin().read(4)).isEqualTo("ping");
    }

    @Test
    void aClientThatRenegotiatesBeforeItsRequestLosesItsConnection() throws Exception {
        TlsRig.Client client = rig.client(Protocol.TLS_1_2);
        shakeHandsAgain(client.tls());
        requireEnd(client);
        assertThat(rig.client(Protocol.TLS_1_2).tls().getSession().isValid()).isTrue();
    }

    @Test
    void newKeysInTls13AreNoRenegotiation() throws Exception {
        TlsRig.Ends ends = rig.tunnel(Protocol.TLS_1_3);
        for (int i = 0; i < 3; i++) {
            shakeHandsAgain(ends.client().tls());
            ends.client().peer().send("ping");
            assertThat(ends.origin().read(4)).isEqualTo("ping");
            ends.origin().send("pong");
            assertThat(ends.client().peer().read(4)).isEqualTo("pong");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"})
    void aClientThatHasOnlyAnUnsoundCipherSuiteIsRefused(String suite) throws Exception {
        SSLSocket tls = TlsRig.over(rig.connection());
        tls.setEnabledProtocols(new String[] {"TLSv1.2"});
        tls.setEnabledCipherSuites(new String[] {suite});
        assertThatThrownBy(tls::startHandshake).isInstanceOf(SSLException.class);
    }

    @Test
    void aResumedSessionMayBeUsed() throws Exception {
        for (int i = 0; i < 3; i++) {
            TlsRig.Client client = rig.client(Protocol.TLS_1_2);
            client.peer().send(Rig.head("BREW / HTTP/1.1", "Host: a"));
            assertThat(client.peer().readHead()).startsWith("HTTP/1.1 405 ");
        }
    }

    @Test
    void everyCipherSuiteHasAnEphemeralKeyAndAuthenticatedEncryption() throws Exception {
        assertThat(CipherSuites.of(SSLContext.getDefault()))
                .contains("TLS_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")
                .allSatisfy(suite -> assertThat(suite)
                        .doesNotContain("_CBC_", "TLS_RSA_", "_anon_", "_NULL_", "_RC4_", "3DES", "_DSS_")
                        .matches("TLS_(AES|CHACHA20|ECDHE|DHE)_.*"));
    }
}
