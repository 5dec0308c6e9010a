package org.wsproof.proxy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;
import org.wsproof.proxy.backside.TestCertificates;
import org.wsproof.proxy.backside.TestCertificates.Identity;
import org.wsproof.proxy.backside.TestCertificates.Wish;
import org.wsproof.proxy.config.BacksideUrl;
import org.wsproof.proxy.config.policy.AuthorizationUrl;
import org.wsproof.proxy.config.policy.AuthorizationUrl.RefusalStatus;
import org.wsproof.proxy.config.tls.SslClientProfile;

/** An authority that is asked over TLS, after a TLS client profile of its own. */
@Timeout(30)
final class TlsAuthorityTest {
    private static Identity trusted;
    private static SslClientProfile profile;

    @BeforeAll
    static void certificates() throws Exception {
        trusted = TestCertificates.authority("test authority");
        profile = new SslClientProfile(
                "test", true, true, List.of(trusted.certificate()), Set.of(SslClientProfile.Protocol.values()));
    }

    private static Rig rig(ServerSocket authority, SslClientProfile profile) throws Exception {
        AuthorizationUrl url = new AuthorizationUrl(
                new BacksideUrl(true, "localhost", authority.getLocalPort()),
                "/",
                Duration.ofSeconds(5),
                RefusalStatus.PROPAGATE,
                profile);
        return new Rig(settings -> settings.policies(Given.authority(url)));
    }

    private static ServerSocket authority(Identity shown) throws Exception {
        return shown.server().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** Its connection is used again, whose content is in a TLS record of its own. */
    @Test
    void oneThatIsTrustedLetsInTwice() throws Exception {
        try (ServerSocket authority = authority(TestCertificates.issuedBy(trusted, Wish.valid("localhost")));
                Rig rig = rig(authority, profile)) {
            rig.client().send(Rig.REQUEST);
            try (Peer asked = new Peer(authority.accept())) {
                asked.readHead();
                asked.send(Rig.head("HTTP/1.1 200 OK", "Content-Length: 7")).send("SUCCESS");
                rig.accept().readHead();
                rig.client().send(Rig.REQUEST);
                rig.client().send(Rig.REQUEST);
                assertThat(asked.readHead()).startsWith("GET / HTTP/1.1\r\nHost: localhost:");
            }
        }
    }

    @Test
    void oneThatIsNotTrustedIsNotAskedAndLetsNobodyIn() throws Exception {
        try (ServerSocket authority = authority(TestCertificates.selfSigned(Wish.valid("localhost")));
                Rig rig = rig(authority, profile)) {
            Peer client = rig.client().send(Rig.REQUEST);
            try (Peer asked = new Peer(authority.accept())) {
                Assertions.assertThatThrownBy(asked::readHead).isInstanceOf(java.io.IOException.class);
            }
            assertThat(client.readHead()).startsWith("HTTP/1.1 500 ");
        }
    }

    @Test
    void oneThatSpeaksNoTlsLetsNobodyIn() throws Exception {
        try (ServerSocket authority = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Rig rig = rig(authority, profile)) {
            Peer client = rig.client().send(Rig.REQUEST);
            try (Peer asked = new Peer(authority.accept())) {
                asked.send(Rig.head("HTTP/1.1 200 OK", "Content-Length: 0"));
                assertThat(client.readHead()).startsWith("HTTP/1.1 500 ");
            }
        }
    }
}
