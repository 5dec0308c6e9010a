package org.wsproof.proxy.tunnel.frames;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wsproof.proxy.fuzz.Cuts;
import org.wsproof.proxy.fuzz.Executions;
import org.wsproof.proxy.fuzz.Invariant;

/** Frames: counted the same however they are cut, and as {@link ReadAtOnce} counts them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FrameObserverFuzz {
    @RegisterExtension
    final Executions executions = new Executions();

    /** @param octets the first says whose frames they are */
    @FuzzTest
    void countsTheSameHoweverTheOctetsCome(byte[] octets) {
        executions.one();
        boolean ofClient = octets.length > 0 && (octets[0] & 1) == 1;
        byte[] frames = octets.length > 0 ? Arrays.copyOfRange(octets, 1, octets.length) : octets;
        ReadAtOnce expected = ReadAtOnce.of(frames, ofClient);
        compare(observed(Cuts.WHOLE.of(frames), ofClient), expected, Cuts.WHOLE);
        Cuts cuts = Cuts.of(Arrays.hashCode(octets));
        compare(observed(cuts.of(frames), ofClient), expected, cuts);
        List<Integer> ends = new ArrayList<>();
        compare(toBoundaries(observer(ofClient), cuts.of(frames), ends), expected, cuts);
        Invariant.holds(
                ends.equals(expected.ends()), () -> cuts + ": frames end at " + ends + ", expected " + expected);
    }

    private static FrameObserver observed(List<ByteBuffer> pieces, boolean ofClient) {
        FrameObserver observer = observer(ofClient);
        for (ByteBuffer piece : pieces) {
            int before = piece.remaining();
            observer.observe(piece);
            Invariant.holds(piece.remaining() == before, () -> "the buffer was touched");
        }
        return observer;
    }

    private static FrameObserver observer(boolean ofClient) {
        return ofClient ? FrameObserver.ofClient() : FrameObserver.ofOrigin();
    }

    private static FrameObserver toBoundaries(FrameObserver observer, List<ByteBuffer> pieces, List<Integer> ends) {
        int at = 0;
        for (ByteBuffer piece : pieces) {
            while (piece.hasRemaining()) {
                int taken = observer.observeToBoundary(piece);
                Invariant.holds(taken > 0, () -> "no progress");
                piece.position(piece.position() + taken);
                at += taken;
                if (observer.allowsClose()) {
                    ends.add(at);
                }
            }
        }
        return observer;
    }

    private static void compare(FrameObserver seen, ReadAtOnce expected, Cuts cuts) {
        OptionalInt code = expected.code() < 0 ? OptionalInt.empty() : OptionalInt.of(expected.code());
        boolean same = seen.frames() == expected.frames()
                && seen.messages() == expected.messages()
                && seen.opaque() == (expected.end() == ReadAtOnce.End.OPAQUE)
                && seen.closed() == (expected.end() == ReadAtOnce.End.CLOSED)
                && seen.allowsClose() == (expected.end() == ReadAtOnce.End.BETWEEN_FRAMES)
                && seen.closeCode().equals(code);
        Invariant.holds(
                same,
                () -> cuts + ": " + seen.frames() + " frames, " + seen.messages() + " messages, opaque " + seen.opaque()
                        + ", closed " + seen.closed() + ", " + seen.closeCode() + "; expected " + expected);
    }
}
