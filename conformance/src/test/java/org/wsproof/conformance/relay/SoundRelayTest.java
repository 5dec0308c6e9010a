package org.wsproof.conformance.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wsproof.conformance.certificates.Certificates;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.relay.Bench.Ends;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.wire.Head;

final class SoundRelayTest {
    private static final Certificates CERTIFICATES = Certificates.create();

    @TempDir
    private Path folder;

    private final List<Bench> benches = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (Bench bench : benches) {
            bench.close();
        }
    }

    private Bench start(Profile profile, Fault... faults) throws IOException {
        Bench bench = Bench.of(profile, folder, CERTIFICATES, faults);
        benches.add(bench);
        return bench;
    }

    @Test
    void anOpeningHandshakeReachesTheOriginCleanedAndOctetsPassBothWays() throws IOException {
        Bench bench = start(Profile.PLAIN);
        try (Peer client = bench.client()) {
            client.send(Bench.UPGRADE.replace("keep-alive, Upgrade", "Upgrade, X-Secret\r\nX-Secret: 1") + "early");
            try (Peer origin = bench.origin()) {
                Head asked = origin.head();
                assertThat(asked.startLine()).isEqualTo("GET /chat?x=1 HTTP/1.1");
                assertThat(asked.values("Connection")).containsExactly("Upgrade");
                assertThat(asked.values("Host")).containsExactly("example.test");
                assertThat(asked.values("X-Secret")).isEmpty();
                assertThat(asked.values("Via")).hasSize(1);
                origin.send(Bench.SWITCH + "first");
                assertThat(client.head().status()).isEqualTo(101);
                assertThat(client.read(5)).isEqualTo("first");
                assertThat(origin.read(5)).isEqualTo("early");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST / HTTP/1.1, 405",
        "GET / HTTP/1.0, 426",
        "CONNECT a:1 HTTP/1.1, 405",
        "GET nowhere HTTP/1.1, 400",
        "GET /\u0001 HTTP/1.1, 400"
    })
    void whatIsNoOpeningHandshakeIsRefusedWithoutTheOrigin(String line, int status) throws IOException {
        Bench bench = start(Profile.PLAIN);
        try (Peer client = bench.client()) {
            client.send(Bench.UPGRADE.replace("GET /chat?x=1 HTTP/1.1", line));
            assertThat(client.head().status()).isEqualTo(status);
            bench.originGone();
        }
    }

    @Test
    void anOriginsRefusalIsRelayedWithItsBodyAndTheConnectionGoesOn() throws IOException {
        Bench bench = start(Profile.PLAIN);
        try (Peer client = bench.client()) {
            client.send(Bench.UPGRADE);
            try (Peer origin = bench.origin()) {
                origin.head();
                origin.send("HTTP/1.1 403 Forbidden\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nno\r\n0\r\n\r\n");
                assertThat(client.head().status()).isEqualTo(403);
                assertThat(client.read(12)).isEqualTo("2\r\nno\r\n0\r\n\r\n");
                assertThat(origin.ended()).isTrue();
            }
            client.send("POST /form HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na=b");
            try (Peer origin = bench.origin()) {
                assertThat(origin.head().word(0)).isEqualTo("POST");
                assertThat(origin.read(3)).isEqualTo("a=b");
                origin.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                assertThat(client.head().status()).isEqualTo(200);
                assertThat(client.read(2)).isEqualTo("ok");
            }
        }
    }

    @Test
    void a101WithoutUpgradeIsABadGateway() throws IOException {
        Bench bench = start(Profile.PLAIN);
        try (Peer client = bench.client()) {
            client.send(Bench.UPGRADE);
            try (Peer origin = bench.origin()) {
                origin.head();
                origin.send(Bench.SWITCH.replace("Upgrade: websocket\r\n", ""));
                assertThat(client.head().status()).isEqualTo(502);
                assertThat(origin.ended()).isTrue();
            }
        }
    }

    @Test
    void anOriginThatRefusesConnectionsIsABadGateway() throws IOException {
        Bench bench = start(Profile.PLAIN);
        bench.originGone();
        try (Peer client = bench.client()) {
            client.send(Bench.UPGRADE);
            assertThat(client.head().status()).isEqualTo(502);
        }
    }

    @Test
    void aSilentOriginIsAGatewayTimeoutAtTheHandshakeTimer() throws IOException {
        Bench bench = start(Profile.SHORT_TIMERS);
        try (Peer client = bench.client()) {
            client.send(Bench.UPGRADE);
            long asked = System.nanoTime();
            try (Peer origin = bench.origin()) {
                assertThat(client.head().status()).isEqualTo(504);
                assertThat(millisSince(asked)).isBetween(900L, 1_900L);
                origin.head();
                assertThat(origin.ended()).isTrue();
            }
        }
    }

    @Test
    void aClientThatLeavesBeforeTheAnswerEndsTheBackside() throws IOException {
        Bench bench = start(Profile.PLAIN);
        try (Peer client = bench.client()) {
            client.send(Bench.UPGRADE);
            try (Peer origin = bench.origin()) {
                origin.head();
                client.socket().close();
                assertThat(origin.ended()).isTrue();
            }
        }
    }

    @Test
    void anIdleTunnelEndsOnBothLegsAtTheIdleTime() throws IOException {
        Bench bench = start(Profile.SHORT_TIMERS);
        try (Ends ends = bench.tunnel()) {
            long opened = System.nanoTime();
            assertThat(ends.client().ended()).isTrue();
            assertThat(millisSince(opened)).isBetween(900L, 1_900L);
            assertThat(ends.origin().ended()).isTrue();
        }
    }

    @Test
    void aFinIsRelayedAsAHalfClose() throws IOException {
        Bench bench = start(Profile.PLAIN);
        try (Ends ends = bench.tunnel()) {
            ends.client().socket().shutdownOutput();
            assertThat(ends.origin().ended()).isTrue();
            ends.origin().send("late");
            assertThat(ends.client().read(4)).isEqualTo("late");
        }
    }

    @Test
    void aResetIsRelayedAsAReset() throws IOException {
        Bench bench = start(Profile.PLAIN);
        try (Ends ends = bench.tunnel()) {
            ends.client().reset();
            assertThatThrownBy(() -> ends.origin().ended())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void anUnvalidatedOriginIsReachedThroughTlsWhateverItsCertificate() throws IOException {
        Bench bench = start(Profile.TLS_UNVALIDATED);
        bench.with(CERTIFICATES.serverContext("self-signed"));
        try (Ends ends = bench.tunnel()) {
            ends.client().send("hello");
            assertThat(ends.origin().read(5)).isEqualTo("hello");
        }
    }

    @Test
    void aValidatedOriginIsReachedThroughTls() throws IOException {
        Bench bench = start(Profile.TLS_VALIDATED);
        bench.with(CERTIFICATES.serverContext("valid"));
        try (Ends ends = bench.tunnel()) {
            ends.client().send("hello");
            assertThat(ends.origin().read(5)).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "self-signed, TRUSTS_SELF_SIGNED",
        "expired, CHECKS_NO_DATES",
        "not-yet-valid, CHECKS_NO_DATES",
        "wrong-host, CHECKS_NO_HOST",
        "untrusted, TRUSTS_ANY_ISSUER"
    })
    void aBadCertificateIsRefusedExceptByTheFaultThatIsMadeForIt(String certificate, Fault fault) throws IOException {
        Bench bench = start(Profile.TLS_VALIDATED);
        bench.with(CERTIFICATES.serverContext(certificate));
        try (Peer client = bench.client()) {
            client.send(Bench.UPGRADE);
            assertThatThrownBy(() -> bench.origin().head()).isInstanceOf(IOException.class);
            assertThat(client.head().status()).isEqualTo(502);
        }
        Bench faulty = start(Profile.TLS_VALIDATED, fault);
        faulty.with(CERTIFICATES.serverContext(certificate));
        try (Ends ends = faulty.tunnel()) {
            ends.client().send("hello");
            assertThat(ends.origin().read(5)).isEqualTo("hello");
        }
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
