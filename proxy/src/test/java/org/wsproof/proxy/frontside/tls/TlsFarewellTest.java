package org.wsproof.proxy.frontside.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.config.tls.SslClientProfile.Protocol;

/** The Close that the gateway appends, on legs with TLS: no close_notify comes before its reply. */
@Timeout(30)
final class TlsFarewellTest {
    private static final Duration IDLE = Duration.ofMillis(400);
    private static final byte[] GOING_AWAY = {(byte) 0x88, 2, 0x03, (byte) 0xe9};
    private static final byte[] BAD_GATEWAY = {(byte) 0x88, 2, 0x03, (byte) 0xf6};
    private static final byte[] CLOSE = {(byte) 0x88, 2, 0x03, (byte) 0xe8};
    private static final byte[] MASKED_CLOSE = {(byte) 0x88, (byte) 0x82, 0, 0, 0, 0, 0x03, (byte) 0xe8};

    private TlsRig rig;

    @BeforeEach
    void start() throws Exception {
        rig = rig(Optional.empty(), IDLE);
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    private static TlsRig rig(Optional<Protocol> backside, Duration idle) throws Exception {
        return new TlsRig(new TlsRig.Wanted(TlsRig.BOTH, backside, Duration.ofSeconds(30), idle));
    }

    private static void requireSilence(Peer peer) throws IOException {
        peer.socket().setSoTimeout(300);
        assertThatThrownBy(() -> peer.socket().getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        peer.socket().setSoTimeout(10_000);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void anIdleClientHearsCloseNotifyBehindItsReply(Protocol protocol) throws IOException {
        TlsRig.Ends ends = rig.tunnel(protocol);
        assertThat(ends.client().peer().readBytes(4)).isEqualTo(GOING_AWAY);
        long then = System.nanoTime();
        assertThat(ends.origin().readToEnd()).hasSize(8);
        ends.origin().finish();
        requireSilence(ends.client().peer());
        ends.client().peer().send(MASKED_CLOSE);
        assertThat(ends.client().peer().readToEnd()).isEmpty();
        assertThat(ends.client().connection().ended()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - then)).isLessThan(Duration.ofMillis(900));
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aClientThatDoesNotReplyHearsItAfterASecond(Protocol protocol) throws IOException {
        TlsRig.Ends ends = rig.tunnel(protocol);
        assertThat(ends.client().peer().readBytes(4)).isEqualTo(GOING_AWAY);
        long then = System.nanoTime();
        assertThat(ends.client().peer().readToEnd()).isEmpty();
        assertThat(ends.client().connection().ended()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - then))
                .isBetween(Duration.ofMillis(800), Duration.ofMillis(1600));
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void anIdleOriginWithTlsIsToldToo(Protocol protocol) throws Exception {
        rig.close();
        rig = rig(Optional.of(protocol), IDLE);
        TlsRig.Ends ends = rig.tunnel(protocol);
        assertThat(ends.origin().readBytes(8)).startsWith(0x88, 0x82);
        assertThat(ends.client().peer().readBytes(4)).isEqualTo(GOING_AWAY);
        requireSilence(ends.origin());
        ends.origin().send(CLOSE);
        ends.client().peer().send(MASKED_CLOSE);
        assertThat(ends.origin().readToEnd()).isEmpty();
        assertThat(ends.client().peer().readToEnd()).isEmpty();
    }

    @Test
    void theLossOfTheBacksideIsABadGatewayToTheClient() throws Exception {
        rig.close();
        rig = new TlsRig(new TlsRig.Wanted(Set.of(Protocol.TLS_1_3), Optional.empty(), Duration.ofSeconds(30)));
        TlsRig.Ends ends = rig.tunnel(Protocol.TLS_1_3);
        ends.origin().reset();
        assertThat(ends.client().peer().readBytes(4)).isEqualTo(BAD_GATEWAY);
        ends.client().peer().send(MASKED_CLOSE);
        assertThat(ends.client().peer().readToEnd()).isEmpty();
    }
}
