package org.wsproof.proxy.frontside.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;
import org.wsproof.proxy.config.tls.SslClientProfile.Protocol;

/** Tunnels whose client comes over TLS. */
@Timeout(60)
final class TlsTunnelTest {
    private static final int MIB = 1024 * 1024;
    private static final byte[] TEXT = {(byte) 0x81, 4, 'p', 'i', 'n', 'g'};
    private static final byte[] BINARY = {(byte) 0x82, 3, 0, (byte) 0xff, 0x10};

    private TlsRig rig;

    @BeforeEach
    void start() throws Exception {
        rig = new TlsRig(TlsRig.Wanted.of(TlsRig.BOTH));
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void textAndBinaryAreRelayedBothWays(Protocol protocol) throws IOException {
        TlsRig.Ends ends = rig.tunnel(protocol);
        for (int i = 0; i < 50; i++) {
            byte[] frame = i % 2 == 0 ? TEXT : BINARY;
            ends.client().peer().send(frame);
            assertThat(ends.origin().readBytes(frame.length)).isEqualTo(frame);
            ends.origin().send(frame);
            assertThat(ends.client().peer().readBytes(frame.length)).isEqualTo(frame);
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void requestAndFirstFrameInOneRecordBothArrive(Protocol protocol) throws IOException {
        TlsRig.Client client = rig.client(protocol);
        client.peer().send(Rig.REQUEST + "first");
        Peer origin = rig.rig().accept();
        origin.readHead();
        origin.send(Rig.SWITCH + "greeting");
        assertThat(origin.read(5)).isEqualTo("first");
        client.peer().readHead();
        assertThat(client.peer().read(8)).isEqualTo("greeting");
        client.peer().send("second");
        assertThat(origin.read(6)).isEqualTo("second");
    }

    @ParameterizedTest
    @CsvSource({"TLS_1_3,", "TLS_1_2,", "TLS_1_3,TLS_1_3", "TLS_1_2,TLS_1_2", "TLS_1_3,TLS_1_2", "TLS_1_2,TLS_1_3"})
    void sixteenMebioctetsPassIntactBothWaysAtOnceToASlowReader(Protocol frontside, Protocol backside)
            throws Exception {
        rig.close();
        rig = new TlsRig(new TlsRig.Wanted(Set.of(frontside), Optional.ofNullable(backside), Duration.ofSeconds(30)));
        TlsRig.Ends ends = rig.tunnel(frontside);
        byte[] up = random(16 * MIB);
        byte[] down = random(16 * MIB + 1);
        CompletableFuture<Void> sent =
                CompletableFuture.allOf(sending(ends.client().peer(), up), sending(ends.origin(), down));
        CompletableFuture<byte[]> received =
                CompletableFuture.supplyAsync(() -> slowly(ends.origin(), up.length), Rig::thread);
        assertThat(slowly(ends.client().peer(), down.length)).isEqualTo(down);
        assertThat(received.get()).isEqualTo(up);
        sent.get();
    }

    @Test
    void aHalfCloseOfTls13IsRelayedAndTheReplyComes() throws IOException {
        TlsRig.Ends ends = rig.tunnel(Protocol.TLS_1_3);
        ends.client().peer().send("last").finish();
        assertThat(ends.origin().readToEnd()).isEqualTo("last");
        ends.origin().send("reply").finish();
        assertThat(ends.client().peer().readToEnd()).isEqualTo("reply");
    }

    /** TLS 1.2 has no half-close (RFC 5246 section 7.2.1): the reply may be lost. */
    @Test
    void aCloseNotifyOfTls12IsRelayedAsAFin() throws IOException {
        TlsRig.Ends ends = rig.tunnel(Protocol.TLS_1_2);
        ends.client().peer().send("last").finish();
        assertThat(ends.origin().readToEnd()).isEqualTo("last");
        ends.origin().finish();
        assertThat(ends.client().peer().seesEnd()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void theOriginsFinBecomesACloseNotify(Protocol protocol) throws IOException {
        TlsRig.Ends ends = rig.tunnel(protocol);
        ends.origin().send("last").finish();
        assertThat(ends.client().peer().readToEnd()).isEqualTo("last");
        assertThat(ends.client().connection().ended()).isFalse();
        ends.client().peer().finish();
        assertThat(ends.origin().readToEnd()).isEmpty();
    }

    @Test
    void afterTheOriginsFinAClientWithTls13MayGoOn() throws IOException {
        TlsRig.Ends ends = rig.tunnel(Protocol.TLS_1_3);
        ends.origin().finish();
        assertThat(ends.client().peer().readToEnd()).isEmpty();
        ends.client().peer().send("reply").finish();
        assertThat(ends.origin().readToEnd()).isEqualTo("reply");
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aFinWithoutCloseNotifyEndsTheOriginsInput(Protocol protocol) throws IOException {
        TlsRig.Ends ends = rig.tunnel(protocol);
        ends.client().peer().send("last");
        assertThat(ends.origin().read(4)).isEqualTo("last");
        ends.client().connection().shutdownOutput();
        assertThat(ends.origin().seesEnd()).isTrue();
        ends.origin().close();
        eventually(() -> isEnded(ends.client().connection()));
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aResetIsRelayedEachWay(Protocol protocol) throws IOException {
        TlsRig.Ends first = rig.tunnel(protocol);
        TlsRig.reset(first.client().connection());
        assertThat(first.origin().seesReset()).isTrue();

        TlsRig.Ends second = rig.tunnel(protocol);
        second.origin().reset();
        assertThat(second.client().peer().seesEnd() || isEnded(second.client().connection()))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(TlsRig.Leave.class)
    void aClientThatLeavesBeforeTheSwitchEndsTheBackside(TlsRig.Leave leave) throws IOException {
        for (Protocol protocol : Protocol.values()) {
            TlsRig.Client client = rig.client(protocol);
            client.peer().send(Rig.REQUEST);
            Peer origin = rig.rig().accept();
            origin.readHead();
            leave.from(client);
            assertThat(origin.seesEnd()).as(protocol.standardName()).isTrue();
        }
    }

    /** Whether the connection has ended, with or without TLS's goodbye before. */
    private static boolean isEnded(Socket connection) {
        try {
            byte[] rest = new byte[100];
            int count = 0;
            while (count >= 0) {
                count = connection.getInputStream().read(rest);
            }
            return true;
        } catch (SSLException | java.net.SocketException reset) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] random(int count) {
        byte[] octets = new byte[count];
        new Random(42).nextBytes(octets);
        return octets;
    }

    private static CompletableFuture<Void> sending(Peer peer, byte[] octets) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        peer.send(octets);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                Rig::thread);
    }

    /** Reads in small pieces with pauses, so that the gateway meets back-pressure again and again. */
    private static byte[] slowly(Peer peer, int count) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(count);
        try {
            while (all.size() < count) {
                all.write(peer.readBytes(Math.min(200_000, count - all.size())));
                LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toByteArray();
    }

    private static void eventually(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
