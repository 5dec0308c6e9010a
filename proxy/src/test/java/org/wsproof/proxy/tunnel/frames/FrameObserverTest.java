package org.wsproof.proxy.tunnel.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frame headers followed in whatever pieces the octets come. */
final class FrameObserverTest {
    private static final int TEXT = 0x81;
    private static final int TEXT_TO_BE_CONTINUED = 0x01;
    private static final int CONTINUATION = 0x00;
    private static final int LAST_CONTINUATION = 0x80;
    private static final int PING = 0x89;
    private static final int CLOSE = 0x88;

    /** Octets of frames, and where each of them ends. */
    private static final class Stream {
        private final boolean masked;
        private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
        private final List<Integer> ends = new ArrayList<>();

        Stream(boolean masked) {
            this.masked = masked;
        }

        Stream frame(int first, byte[] payload) {
            ByteBuffer header = ByteBuffer.allocate(14).put((byte) first);
            int mask = masked ? 0x80 : 0;
            if (payload.length < 126) {
                header.put((byte) (mask | payload.length));
            } else if (payload.length < 65_536) {
                header.put((byte) (mask | 126)).putShort((short) payload.length);
            } else {
                header.put((byte) (mask | 127)).putLong(payload.length);
            }
            byte[] key = {(byte) 0x9a, 0x3b, (byte) 0xfc, 0x07};
            if (masked) {
                header.put(key);
            }
            octets.write(header.array(), 0, header.position());
            for (int i = 0; i < payload.length; i++) {
                octets.write(masked ? payload[i] ^ key[i % 4] : payload[i]);
            }
            ends.add(octets.size());
            return this;
        }

        Stream frame(int first, int length) {
            return frame(first, new byte[length]);
        }

        Stream close(int code) {
            return frame(CLOSE, new byte[] {(byte) (code >>> 8), (byte) code, 'b', 'y', 'e'});
        }

        Stream raw(int... some) {
            for (int octet : some) {
                octets.write(octet);
            }
            return this;
        }

        byte[] octets() {
            return octets.toByteArray();
        }

        FrameObserver observer() {
            return masked ? FrameObserver.ofClient() : FrameObserver.ofOrigin();
        }

        /** All at once. */
        FrameObserver observed() {
            FrameObserver observer = observer();
            observer.observe(ByteBuffer.wrap(octets()));
            return observer;
        }
    }

    private static Stream everyKind(boolean masked) {
        return new Stream(masked)
                .frame(TEXT, 0)
                .frame(TEXT, 5)
                .frame(TEXT_TO_BE_CONTINUED, 125)
                .frame(PING, 125)
                .frame(CONTINUATION, 126)
                .frame(LAST_CONTINUATION, 0)
                .frame(0xC2, 65_535)
                .frame(0xF3, 65_536)
                .frame(0x8B, 0)
                .frame(TEXT, 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void framesAndMessagesAreCounted(boolean masked) {
        FrameObserver observer = everyKind(masked).observed();
        assertThat(observer.frames()).isEqualTo(10);
        assertThat(observer.messages()).isEqualTo(6);
        assertThat(observer.allowsClose()).isTrue();
        assertThat(observer.closed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyEndOfAFrameIsKnownOneOctetAtATime(boolean masked) {
        Stream stream = everyKind(masked);
        FrameObserver observer = stream.observer();
        List<Integer> ends = new ArrayList<>();
        byte[] octets = stream.octets();
        for (int i = 0; i < octets.length; i++) {
            observer.observe(ByteBuffer.wrap(octets, i, 1));
            if (observer.allowsClose()) {
                ends.add(i + 1);
            }
        }
        assertThat(ends).isEqualTo(stream.ends);
        assertThat(observer.frames()).isEqualTo(10);
    }

    @Test
    void randomFramesInRandomPiecesEndWhereTheyDo() {
        long seed = 20;
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            Stream stream = new Stream(random.nextBoolean());
            int count = 1 + random.nextInt(20);
            for (int i = 0; i < count; i++) {
                stream.frame(TEXT, random.nextInt(10) == 0 ? random.nextInt(70_000) : random.nextInt(300));
            }
            TreeSet<Integer> cuts = new TreeSet<>(stream.ends);
            for (int i = 0; i < 30; i++) {
                cuts.add(random.nextInt(stream.octets().length));
            }
            FrameObserver observer = stream.observer();
            int from = 0;
            for (int to : cuts) {
                observer.observe(ByteBuffer.wrap(stream.octets(), from, to - from));
                assertThat(observer.allowsClose())
                        .as("seed %d run %d at %d", seed, run, to)
                        .isEqualTo(to == 0 || stream.ends.contains(to));
                from = to;
            }
            assertThat(observer.messages()).isEqualTo(count);
        }
    }

    @Test
    void theNextEndOfAFrameIsFoundAndNothingBehindItLookedAt() {
        Stream stream = new Stream(false).frame(TEXT, 300).frame(TEXT, 3);
        byte[] octets = stream.octets();
        FrameObserver observer = stream.observer();
        observer.observe(ByteBuffer.wrap(octets, 0, 100));
        ByteBuffer rest = ByteBuffer.wrap(octets, 100, octets.length - 100);
        assertThat(observer.observeToBoundary(rest)).isEqualTo(stream.ends.get(0) - 100);
        assertThat(rest.remaining()).isEqualTo(octets.length - 100);
        assertThat(observer.frames()).isEqualTo(1);
    }

    @Test
    void withoutAnEndOfAFrameEverythingIsTakenIn() {
        FrameObserver observer = FrameObserver.ofOrigin();
        assertThat(observer.observeToBoundary(ByteBuffer.wrap(new byte[] {(byte) TEXT, 3, 'a'})))
                .isEqualTo(3);
        assertThat(observer.observeToBoundary(ByteBuffer.wrap(new byte[] {'b', 'c', 'd'})))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClosesCodeIsKnownOnceAllOfItHasPassedAndNothingBehindItIsLookedAt(boolean masked) {
        Stream stream = new Stream(masked).frame(TEXT, 3).close(4321);
        byte[] octets = stream.raw(0xff, 0xff, 0xff).octets();
        int end = stream.ends.get(1);
        FrameObserver observer = stream.observer();
        for (int i = 0; i < end; i++) {
            assertThat(observer.closed()).isFalse();
            observer.observe(ByteBuffer.wrap(octets, i, 1));
        }
        assertThat(observer.closed()).isTrue();
        assertThat(observer.closeCode()).hasValue(4321);
        observer.observe(ByteBuffer.wrap(octets, end, 3));
        assertThat(observer.closed()).isTrue();
        assertThat(observer.opaque()).isFalse();
        assertThat(observer.allowsClose()).isFalse();
        assertThat(observer.frames()).isEqualTo(2);
        assertThat(observer.messages()).isEqualTo(1);
    }

    @Test
    void aCloseWithoutACodeHasNone() {
        assertThat(new Stream(true).frame(CLOSE, 0).observed().closeCode()).isEmpty();
        assertThat(new Stream(true).frame(CLOSE, 1).observed().closeCode()).isEmpty();
        assertThat(new Stream(true).frame(CLOSE, 1).observed().closed()).isTrue();
        assertThat(new Stream(true).frame(CLOSE, 2).observed().closeCode()).hasValue(0);
    }

    @Test
    void halfACodeIsNone() {
        FrameObserver observer = FrameObserver.ofOrigin();
        observer.observe(ByteBuffer.wrap(new byte[] {(byte) CLOSE, 2, 3}));
        assertThat(observer.closeCode()).isEmpty();
    }

    private static void requireOpaque(Stream stream) {
        FrameObserver observer = stream.frame(TEXT, 1).observed();
        assertThat(observer.opaque()).isTrue();
        assertThat(observer.allowsClose()).isFalse();
        assertThat(observer.closed()).isFalse();
        assertThat(observer.frames()).isZero();
    }

    @Test
    void whatCannotBeAFrameIsOpaqueFromThereOn() {
        requireOpaque(new Stream(false).raw(0x82, 127, 0x80, 0, 0, 0, 0, 0, 0, 0));
        requireOpaque(new Stream(false).raw(0x89, 126, 0, 126));
        requireOpaque(new Stream(false).raw(0x88, 127, 0, 0, 0, 0, 0, 0, 0, 126));
        requireOpaque(new Stream(false).raw(0x09, 0));
        requireOpaque(new Stream(false).raw(0x81, 0x80));
        requireOpaque(new Stream(true).raw(0x81, 0));
        requireOpaque(new Stream(true).raw(0x88, 2, 3, 0xe8));
    }

    @Test
    void theLongestFrameIsFollowed() {
        FrameObserver observer = new Stream(false)
                .raw(0x82, 127, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)
                .frame(TEXT, 1)
                .observed();
        assertThat(observer.opaque()).isFalse();
        assertThat(observer.frames()).isEqualTo(1);
    }

    @Test
    void theGatewaysOwnClosesAreClosesOfTheirSide() {
        FrameObserver atClient = FrameObserver.ofOrigin();
        atClient.observe(CloseFrame.toClient(1014));
        assertThat(atClient.closeCode()).hasValue(1014);
        assertThat(atClient.closed()).isTrue();
        FrameObserver atOrigin = FrameObserver.ofClient();
        atOrigin.observe(CloseFrame.toOrigin(1001, 0x9abcdef0));
        assertThat(atOrigin.closeCode()).hasValue(1001);
        assertThat(atOrigin.closed()).isTrue();
    }

    @Test
    void withoutAnObserverNothingIsCountedButOctets() {
        Relayed relayed = new Relayed(java.util.Optional.empty());
        ByteBuffer close = CloseFrame.toClient(1000);
        relayed.add(close, true);
        assertThat(close.remaining()).isEqualTo(4);
        assertThat(relayed.octets()).isEqualTo(4);
        assertThat(relayed.frames()).isZero();
        assertThat(relayed.closed()).isFalse();
        assertThat(relayed.allowsClose()).isFalse();
    }
}
