package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.backside.TestCertificates;
import org.wsproof.proxy.backside.TestCertificates.Identity;
import org.wsproof.proxy.backside.TestCertificates.Wish;
import org.wsproof.proxy.config.tls.ServerIdentity;
import org.wsproof.proxy.config.tls.SslClientProfile;
import org.wsproof.proxy.config.tls.SslClientProfile.Protocol;
import org.wsproof.proxy.config.tls.SslServerProfile;

/** A thousand that are stuck, each in the same place, do not keep others from a plain answer and a tunnel of their own. */
@Timeout(60)
final class ThousandStuckTest {
    private static final int STUCK = 1000;

    /** Much less than what would end those that are stuck. */
    private static final Duration BOUND = Duration.ofSeconds(5);

    private final List<Socket> opened = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (Socket each : opened) {
            each.close();
        }
    }

    private static ServerSocket origin() throws IOException {
        return new ServerSocket(0, STUCK, InetAddress.getLoopbackAddress());
    }

    private Peer keep(Peer peer) {
        opened.add(peer.socket());
        return peer;
    }

    private interface Ends {
        Peer open() throws IOException;
    }

    private void requireServed(String stuck, Ends client, Ends origin) throws IOException {
        long then = System.nanoTime();
        Peer plain = client.open().send(Rig.head("GET / HTTP/1.1", "Host: a"));
        Peer asked = origin.open();
        asked.readHead();
        asked.send(Rig.head("HTTP/1.1 204 No Content"));
        assertThat(plain.readHead()).startsWith("HTTP/1.1 204 ");
        Duration answered = Duration.ofNanos(System.nanoTime() - then);
        Peer tunnelled = client.open().send(Rig.REQUEST);
        Peer switched = origin.open();
        switched.readHead();
        switched.send(Rig.SWITCH);
        assertThat(tunnelled.readHead()).startsWith("HTTP/1.1 101 ");
        tunnelled.send("through");
        assertThat(switched.read(7)).isEqualTo("through");
        Duration both = Duration.ofNanos(System.nanoTime() - then);
        System.out.printf(
                "beside %d %s: a GET after %d ms, a tunnel after %d ms%n",
                STUCK, stuck, answered.toMillis(), both.minus(answered).toMillis());
        assertThat(both).isLessThan(BOUND);
    }

    @Test
    void withASilentBackside() throws IOException {
        try (Rig rig = new Rig(origin(), settings -> settings)) {
            for (int i = 0; i < STUCK; i++) {
                keep(Peer.connect(rig.port())).send(Rig.REQUEST);
                keep(rig.accept()).readHead();
            }
            requireServed("handshakes without an answer", rig::client, rig::accept);
        }
    }

    @Test
    void insideTheirRequestsHeads() throws IOException {
        try (Rig rig = new Rig(origin(), settings -> settings)) {
            for (int i = 0; i < STUCK; i++) {
                keep(Peer.connect(rig.port())).send("GET / HTTP/1.1\r\nHost: a\r\nX-Unfinished: ");
            }
            requireServed("unfinished heads", rig::client, rig::accept);
        }
    }

    /** Half of them have said nothing, the others half a greeting. */
    @Test
    void insideTheirTlsHandshakes() throws Exception {
        Identity authority = TestCertificates.authority("test authority");
        Identity shown = TestCertificates.issuedBy(authority, Wish.valid("localhost"));
        SslServerProfile profile = new SslServerProfile(
                new ServerIdentity(List.of(shown.certificate()), shown.keys().getPrivate()), Set.of(Protocol.values()));
        SSLContext trusting = authority.trusting();
        try (Rig rig = new Rig(origin(), settings -> settings.https(profile, Duration.ofSeconds(30)))) {
            byte[] halfAHello = {22, 3, 1, 0, 100, 1, 0, 0, 96, 3, 3};
            for (int i = 0; i < STUCK; i++) {
                Peer stuck = keep(Peer.connect(rig.port()));
                stuck.send(i % 2 == 0 ? halfAHello : new byte[0]);
            }
            requireServed(
                    "TLS handshakes of clients",
                    () -> {
                        Socket plain = keep(Peer.connect(rig.port())).socket();
                        SSLSocket tls = (SSLSocket)
                                trusting.getSocketFactory().createSocket(plain, "localhost", plain.getPort(), true);
                        tls.startHandshake();
                        return new Peer(tls);
                    },
                    rig::accept);
        }
    }

    @Test
    void insideTheirBacksidesTlsHandshakes() throws Exception {
        Identity authority = TestCertificates.authority("test authority");
        Identity shown = TestCertificates.issuedBy(authority, Wish.valid("localhost"));
        SslClientProfile profile =
                new SslClientProfile("test", true, true, List.of(authority.certificate()), Set.of(Protocol.TLS_1_3));
        SSLContext server = shown.server();
        try (Rig rig = new Rig(origin(), settings -> settings.tls("localhost", profile))) {
            for (int i = 0; i < STUCK; i++) {
                keep(Peer.connect(rig.port())).send(Rig.REQUEST);
                keep(rig.accept()).read(1);
            }
            requireServed("TLS handshakes with the backside", rig::client, () -> {
                Socket plain = keep(rig.accept()).socket();
                SSLSocket tls = (SSLSocket) server.getSocketFactory().createSocket(plain, null, true);
                tls.setUseClientMode(false);
                return new Peer(tls);
            });
        }
    }
}
