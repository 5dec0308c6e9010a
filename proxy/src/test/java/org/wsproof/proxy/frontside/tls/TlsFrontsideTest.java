package org.wsproof.proxy.frontside.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;
import org.wsproof.proxy.config.tls.SslClientProfile.Protocol;

/** TLS handshakes and requests over them. */
@Timeout(30)
final class TlsFrontsideTest {
    private static final Duration SHORT = Duration.ofMillis(400);

    private TlsRig rig;

    @BeforeEach
    void start() throws Exception {
        rig = new TlsRig(TlsRig.Wanted.of(TlsRig.BOTH));
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    private void restart(Set<Protocol> protocols, Duration headerTimeout) throws Exception {
        rig.close();
        rig = new TlsRig(new TlsRig.Wanted(protocols, java.util.Optional.empty(), headerTimeout));
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void theVersionThatTheClientSpeaksIsSpoken(Protocol protocol) throws Exception {
        assertThat(rig.client(protocol).tls().getSession().getProtocol()).isEqualTo(protocol.standardName());
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aVersionThatIsNotListedIsRefused(Protocol listed) throws Exception {
        restart(Set.of(listed), Duration.ofSeconds(30));
        Protocol other = listed == Protocol.TLS_1_2 ? Protocol.TLS_1_3 : Protocol.TLS_1_2;
        assertThatThrownBy(() -> rig.client(other)).isInstanceOf(SSLException.class);
        assertThat(rig.client(listed).tls().getSession().isValid()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(OldVersion.class)
    void aVersionBefore12IsRefusedWithAnAlert(OldVersion version) throws Exception {
        Socket connection = rig.connection();
        connection.getOutputStream().write(clientHello(version.octet));
        byte[] alert = connection.getInputStream().readNBytes(7);
        // A fatal alert: protocol_version (RFC 8446 section 6.2), or the general handshake_failure.
        assertThat(alert[0]).isEqualTo((byte) 21);
        assertThat(alert[5]).isEqualTo((byte) 2);
        assertThat(alert[6]).isIn((byte) 70, (byte) 40);
        assertThat(new Peer(connection).seesEnd()).isTrue();
    }

    private enum OldVersion {
        TLS_1_0(1),
        TLS_1_1(2);

        private final int octet;

        OldVersion(int octet) {
            this.octet = octet;
        }
    }

    /** The JDK would not send one so old. Suites: ECDHE-ECDSA with AES-128 and AES-256, CBC and SHA-1. */
    private static byte[] clientHello(int minor) {
        String extensions = "000a0004" + "00020017" + "000b0002" + "0100";
        String body = "03" + "%02x".formatted(minor) + "00".repeat(32) + "00" + "0004" + "c009" + "c00a" + "0100"
                + "%04x".formatted(extensions.length() / 2) + extensions;
        String hello = "01" + "%06x".formatted(body.length() / 2) + body;
        return HexFormat.of().parseHex("160301" + "%04x".formatted(hello.length() / 2) + hello);
    }

    @Test
    void noProtocolIsNegotiatedInsideTls() throws Exception {
        SSLSocket tls = TlsRig.over(rig.connection());
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        assertThat(tls.getApplicationProtocol()).isIn("", "http/1.1");
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void theOriginIsToldThatTheClientCameOverTls(Protocol protocol) throws Exception {
        TlsRig.Client client = rig.client(protocol);
        client.peer().send(Rig.REQUEST);
        assertThat(rig.rig().accept().readHead()).contains("X-Forwarded-Proto: https\r\n");
    }

    @Test
    void theSchemeOfAnAbsoluteFormDoesNotSayHowTheClientCame() throws Exception {
        TlsRig.Client client = rig.client();
        client.peer().send(Rig.REQUEST.replace("GET /chat", "GET http://front.example/chat"));
        assertThat(rig.rig().accept().readHead()).contains("X-Forwarded-Proto: https\r\n");
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void plainRequestsFollowEachOtherOnOneConnection(Protocol protocol) throws Exception {
        TlsRig.Client client = rig.client(protocol);
        client.peer().send(Rig.head("GET / HTTP/1.1", "Host: a"));
        Peer origin = rig.rig().accept();
        for (int i = 0; i < 3; i++) {
            origin.readHead();
            origin.send(Rig.head("HTTP/1.1 200 OK", "Content-Length: 2") + "ok");
            client.peer().readHead();
            assertThat(client.peer().read(2)).isEqualTo("ok");
            client.peer().send(Rig.head("GET / HTTP/1.1", "Host: a"));
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aRefusalIsReadableToItsEnd(Protocol protocol) throws Exception {
        TlsRig.Client client = rig.client(protocol);
        client.peer().send(Rig.head("BREW / HTTP/1.1", "Host: a"));
        assertThat(client.peer().readToEnd()).startsWith("HTTP/1.1 405 ").endsWith("\n");
    }

    @Test
    void aClientThatSpeaksNoTlsIsEndedAndOthersAreServed() throws Exception {
        Peer plain = new Peer(rig.connection()).send(Rig.REQUEST);
        assertThat(plain.readToEnd()).doesNotContain("HTTP/");
        assertThat(rig.client().tls().getSession().isValid()).isTrue();
    }

    @Test
    void aClientThatSaysNothingIsEndedWhenItsHandshakeTakesTooLong() throws Exception {
        restart(TlsRig.BOTH, SHORT);
        long since = System.nanoTime();
        requireEndInTime(rig.connection(), since);
    }

    @Test
    void aClientThatStopsInsideItsHandshakeIsEndedWhenThatTakesTooLong() throws Exception {
        restart(TlsRig.BOTH, SHORT);
        long since = System.nanoTime();
        Socket connection = rig.connection();
        byte[] hello = clientHello(3);
        connection.getOutputStream().write(hello, 0, hello.length / 2);
        requireEndInTime(connection, since);
    }

    @Test
    void aClientThatFeedsItsHandshakeOctetByOctetIsEndedAllTheSame() throws Exception {
        restart(TlsRig.BOTH, SHORT);
        long since = System.nanoTime();
        Socket connection = rig.connection();
        connection.setSoTimeout(20);
        assertThat(endOfOneThatTrickles(connection, since)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isBetween(SHORT, SHORT.multipliedBy(5));
    }

    /** One octet of a long hello each 20 ms. */
    private static boolean endOfOneThatTrickles(Socket connection, long since) {
        ByteArrayOutputStream hello = new ByteArrayOutputStream();
        hello.writeBytes(HexFormat.of().parseHex("1603013fff01003ffb0303"));
        hello.writeBytes(new byte[10_000]);
        try {
            for (byte octet : hello.toByteArray()) {
                connection.getOutputStream().write(octet);
                if (ended(connection)
                        || System.nanoTime() - since > SHORT.multipliedBy(10).toNanos()) {
                    break;
                }
            }
            return ended(connection);
        } catch (IOException reset) {
            return true;
        }
    }

    private static boolean ended(Socket connection) throws IOException {
        try {
            byte[] rest = new byte[100];
            int count = 0;
            while (count >= 0) {
                count = connection.getInputStream().read(rest);
            }
            return true;
        } catch (SocketTimeoutException notYet) {
            return false;
        }
    }

    private static void requireEndInTime(Socket connection, long since) throws IOException {
        String last = new String(connection.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isBetween(SHORT, SHORT.multipliedBy(5));
        // Nothing, or an alert.
        assertThat(last.length()).isLessThanOrEqualTo(7);
    }

    @Test
    void theHandshakesTimeIsNotTheTunnels() throws Exception {
        restart(TlsRig.BOTH, SHORT);
        TlsRig.Ends ends = rig.tunnel(Protocol.TLS_1_3);
        ends.client().tls().setSoTimeout(Math.toIntExact(SHORT.multipliedBy(3).toMillis()));
        assertThatThrownBy(() -> ends.client().peer().seesEnd()).isInstanceOf(SocketTimeoutException.class);
    }
}
