package org.wsproof.proxy.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.tunnel.TunnelRig.Ends;

/** The Close that the gateway appends, on plain legs. */
@Timeout(30)
final class FarewellTest {
    private static final Duration IDLE = Duration.ofMillis(400);
    private static final Duration GRACE = Duration.ofMillis(800);
    private static final String GOING_AWAY = latin1(0x88, 2, 0x03, 0xe9);
    private static final String BAD_GATEWAY = latin1(0x88, 2, 0x03, 0xf6);
    private static final String TEXT = latin1(0x81, 2, 'h', 'i');
    private static final String MASKED_TEXT = latin1(0x81, 0x82, 1, 2, 3, 4, 'h' ^ 1, 'i' ^ 2);
    private static final String CLOSE = latin1(0x88, 2, 0x03, 0xe8);
    private static final String MASKED_CLOSE = latin1(0x88, 0x82, 1, 2, 3, 4, 0x03 ^ 1, 0xe8 ^ 2);

    private TunnelRig rig;

    @BeforeEach
    void start() throws IOException {
        rig = rig(TunnelRig.LONG, true);
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    private static TunnelRig rig(Duration idle, boolean observeFrames) throws IOException {
        return new TunnelRig(new TunnelTimers(idle, TunnelRig.LONG, TunnelRig.LONG, GRACE), observeFrames);
    }

    private void restart(Duration idle, boolean observeFrames) throws IOException {
        rig.close();
        rig = rig(idle, observeFrames);
    }

    private static String latin1(int... octets) {
        byte[] all = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            all[i] = (byte) octets[i];
        }
        return new String(all, StandardCharsets.ISO_8859_1);
    }

    private static void pass(String octets, Peer from, Peer to) throws IOException {
        from.send(octets);
        assertThat(to.read(octets.length())).isEqualTo(octets);
    }

    /** The code of the one masked Close that there is up to the end. */
    private static int maskedCloseToTheEnd(Peer origin) throws IOException {
        byte[] frame = origin.readToEnd().getBytes(StandardCharsets.ISO_8859_1);
        assertThat(frame).hasSize(8).startsWith(0x88, 0x82);
        ByteBuffer fields = ByteBuffer.wrap(frame, 2, 6);
        int key = fields.getInt();
        return (fields.getShort() ^ key >>> 16) & 0xFFFF;
    }

    private static Duration since(long then) {
        return Duration.ofNanos(System.nanoTime() - then);
    }

    @Test
    void anIdleTunnelIsToldThatItsOtherEndGoesAwayInTimeAndEndsAtTheirReplies() throws Exception {
        restart(IDLE, true);
        Ends ends = rig.tunnel();
        pass(TEXT, ends.origin(), ends.client());
        long then = System.nanoTime();
        assertThat(ends.client().readToEnd()).isEqualTo(GOING_AWAY);
        assertThat(since(then)).isBetween(IDLE.multipliedBy(9).dividedBy(10), IDLE.plusMillis(300));
        assertThat(maskedCloseToTheEnd(ends.origin())).isEqualTo(1001);
        ends.client().send(MASKED_CLOSE).finish();
        ends.origin().send(CLOSE).finish();
        TunnelReport report = rig.nextEnded();
        assertThat(since(then)).isLessThan(IDLE.plusMillis(700));
        assertThat(report.endedBy()).isEqualTo("idle-timeout");
        assertThat(report.closeCode()).hasValue(1001);
        assertThat(report.fromOrigin()).isEqualTo(new TunnelReport.Flow(4, 1, 1));
        assertThat(report.fromClient()).isEqualTo(new TunnelReport.Flow(0, 0, 0));
    }

    @Test
    void twoClosesToOriginsHaveDifferentKeys() throws Exception {
        restart(IDLE, true);
        Ends first = rig.tunnel();
        Ends second = rig.tunnel();
        assertThat(first.origin().readToEnd()).isNotEqualTo(second.origin().readToEnd());
    }

    @Test
    void anEndThatDoesNotReplyHasASecond() throws Exception {
        restart(IDLE, true);
        Ends ends = rig.tunnel();
        assertThat(ends.client().readToEnd()).isEqualTo(GOING_AWAY);
        long then = System.nanoTime();
        rig.nextEnded();
        assertThat(since(then)).isBetween(Duration.ofMillis(800), Duration.ofMillis(1500));
    }

    @Test
    void whatAnEndGoesOnSendingMeetsNoReset() throws Exception {
        restart(IDLE, true);
        Ends ends = rig.tunnel();
        assertThat(ends.client().readToEnd()).isEqualTo(GOING_AWAY);
        for (int i = 0; i < 40; i++) {
            ends.client().send(new byte[16 * 1024]);
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        ends.client().finish();
        assertThat(ends.client().readToEnd()).isEmpty();
        assertThat(maskedCloseToTheEnd(ends.origin())).isEqualTo(1001);
    }

    @Test
    void inMidFrameAnIdleTunnelEndsWithoutAClose() throws Exception {
        restart(IDLE, true);
        Ends ends = rig.tunnel();
        pass(TEXT.substring(0, 3), ends.origin(), ends.client());
        assertThat(ends.client().readToEnd()).isEmpty();
        assertThat(maskedCloseToTheEnd(ends.origin())).isEqualTo(1001);
    }

    @Test
    void whereAClosePassedNoOtherFollows() throws Exception {
        restart(IDLE, true);
        Ends ends = rig.tunnel();
        pass(MASKED_CLOSE, ends.client(), ends.origin());
        assertThat(ends.origin().readToEnd()).isEmpty();
        assertThat(ends.client().readToEnd()).isEqualTo(GOING_AWAY);
        assertThat(rig.nextEnded().closeCode()).hasValue(1000);
    }

    @Test
    void octetsThatAreNoFramesEndWithoutAClose() throws Exception {
        restart(IDLE, true);
        Ends ends = rig.tunnel();
        pass("hello, this is no frame", ends.client(), ends.origin());
        pass("\u0009 nor is this", ends.origin(), ends.client());
        assertThat(ends.client().readToEnd()).isEmpty();
        assertThat(ends.origin().readToEnd()).isEmpty();
    }

    @Test
    void withoutAnObserverThereIsNoCloseNorACount() throws Exception {
        restart(IDLE, false);
        Ends ends = rig.tunnel();
        pass(TEXT, ends.origin(), ends.client());
        assertThat(ends.client().readToEnd()).isEmpty();
        assertThat(ends.origin().readToEnd()).isEmpty();
        assertThat(rig.nextEnded().fromOrigin()).isEqualTo(new TunnelReport.Flow(4, 0, 0));
    }

    @Test
    void aHalfOpenTunnelThatIsIdleSaysCloseToTheEndThatStillListens() throws Exception {
        restart(IDLE, true);
        Ends ends = rig.tunnel();
        ends.client().finish();
        assertThat(ends.origin().readToEnd()).isEmpty();
        assertThat(ends.client().readToEnd()).isEqualTo(GOING_AWAY);
        assertThat(rig.nextEnded().endedBy()).isEqualTo("idle-timeout");
    }

    @Test
    void aDrainSaysCloseAtOnceWhereFramesAreWhole() throws Exception {
        Ends ends = rig.tunnel();
        pass(TEXT, ends.origin(), ends.client());
        pass(MASKED_TEXT, ends.client(), ends.origin());
        rig.relays().drain(() -> {});
        long then = System.nanoTime();
        assertThat(ends.client().readToEnd()).isEqualTo(GOING_AWAY);
        assertThat(maskedCloseToTheEnd(ends.origin())).isEqualTo(1001);
        assertThat(since(then)).isLessThan(GRACE.dividedBy(2));
        ends.client().send(MASKED_TEXT + MASKED_CLOSE).finish();
        ends.origin().send(TEXT + CLOSE).finish();
        TunnelReport report = rig.nextEnded();
        assertThat(report.endedBy()).isEqualTo("drain");
        assertThat(report.fromClient()).isEqualTo(new TunnelReport.Flow(8, 1, 1));
    }

    @Test
    void aDrainWaitsForTheEndOfAFrameAndRelaysNothingBehindIt() throws Exception {
        Ends ends = rig.tunnel();
        pass(TEXT.substring(0, 3), ends.origin(), ends.client());
        rig.relays().drain(() -> {});
        assertThat(maskedCloseToTheEnd(ends.origin())).isEqualTo(1001);
        ends.origin().send(TEXT.substring(3) + TEXT + CLOSE);
        assertThat(ends.client().readToEnd()).isEqualTo(TEXT.substring(3) + GOING_AWAY);
        ends.client().finish();
        ends.origin().finish();
        assertThat(rig.nextEnded().fromOrigin()).isEqualTo(new TunnelReport.Flow(4, 1, 1));
    }

    @Test
    void aFrameThatDoesNotEndHoldsADrainUpForItsGraceOnly() throws Exception {
        Ends ends = rig.tunnel();
        pass(TEXT.substring(0, 3), ends.origin(), ends.client());
        long then = System.nanoTime();
        rig.relays().drain(() -> {});
        assertThat(ends.client().readToEnd()).isEmpty();
        assertThat(since(then)).isBetween(GRACE.multipliedBy(9).dividedBy(10), GRACE.plusMillis(300));
        assertThat(rig.nextEnded().endedBy()).isEqualTo("drain");
    }

    @Test
    void aDrainsCloseComesBehindWhatAStalledReaderHasYetToTake() throws Exception {
        Ends ends = rig.tunnel();
        int length = 8 * 1024 * 1024;
        byte[] frame = ByteBuffer.allocate(10 + length)
                .put((byte) 0x82)
                .put((byte) 127)
                .putLong(length)
                .array();
        new Thread(() -> {
                    try {
                        ends.origin().send(frame);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .start();
        assertThat(ends.client().readBytes(1024)).hasSize(1024);
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        rig.relays().drain(() -> {});
        assertThat(ends.client().readToEnd()).hasSize(frame.length - 1024 + 4).endsWith(GOING_AWAY);
    }

    @Test
    void theLossOfTheBacksideIsABadGatewayToTheClient() throws Exception {
        Ends ends = rig.tunnel();
        pass(TEXT, ends.origin(), ends.client());
        ends.origin().reset();
        assertThat(ends.client().readToEnd()).isEqualTo(BAD_GATEWAY);
        ends.client().send(MASKED_CLOSE).finish();
        TunnelReport report = rig.nextEnded();
        assertThat(report.endedBy()).isEqualTo("origin");
        assertThat(report.closeCode()).hasValue(1014);
    }

    @Test
    void inMidFrameTheLossOfTheBacksideIsAReset() throws Exception {
        Ends ends = rig.tunnel();
        pass(TEXT.substring(0, 3), ends.origin(), ends.client());
        ends.origin().reset();
        assertThat(ends.client().seesReset()).isTrue();
    }

    @Test
    void afterTheOriginsCloseItsResetIsAReset() throws Exception {
        Ends ends = rig.tunnel();
        pass(CLOSE, ends.origin(), ends.client());
        ends.origin().reset();
        assertThat(ends.client().seesReset()).isTrue();
    }

    @Test
    void theOriginsFinIsNoLoss() throws Exception {
        Ends ends = rig.tunnel();
        pass(TEXT, ends.origin(), ends.client());
        ends.origin().finish();
        assertThat(ends.client().readToEnd()).isEmpty();
        pass(MASKED_TEXT, ends.client(), ends.origin());
    }

    @Test
    void theLossOfTheClientIsAResetToTheOrigin() throws Exception {
        Ends ends = rig.tunnel();
        pass(MASKED_TEXT, ends.client(), ends.origin());
        ends.client().reset();
        assertThat(ends.origin().seesReset()).isTrue();
    }
}
