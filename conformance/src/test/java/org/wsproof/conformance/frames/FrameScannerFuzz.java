package org.wsproof.conformance.frames;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wsproof.conformance.fuzz.Cuts;
import org.wsproof.conformance.fuzz.Executions;
import org.wsproof.conformance.fuzz.Invariant;
import org.wsproof.conformance.transcript.FrameText;

/** Whatever comes out of a tunnel is read as frames, the same however it is cut, and as {@link ReadAtOnce} reads it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FrameScannerFuzz {
    @RegisterExtension
    final Executions executions = new Executions();

    @FuzzTest
    void readsTheSameHoweverTheOctetsCome(byte[] octets) {
        executions.one();
        FrameScanner whole = new FrameScanner();
        List<Frame> complete = whole.take(octets, 0, octets.length);
        FrameScanner cut = new FrameScanner();
        List<Frame> pieces = new ArrayList<>();
        Cuts.feed(octets, (buffer, offset, length) -> pieces.addAll(cut.take(buffer, offset, length)));
        Lane lane = whole.lane();
        Invariant.holds(cut.lane().equals(lane), () -> "another lane: " + cut.lane() + " instead of " + lane);
        Invariant.holds(pieces.equals(complete) && complete.equals(lane.frames()), () -> "other frames when cut");
        Invariant.holds(whole.octets() == octets.length, () -> "octets lost");
        Invariant.holds(octets(lane) == octets.length, () -> "octets in no frame: " + lane);
        ReadAtOnce expected = ReadAtOnce.of(octets);
        Invariant.holds(expected.messages().equals(lane.messages()), () -> lane.messages() + ", expected " + expected);
        Invariant.holds(expected.frames() == lane.frames().size(), () -> lane.frames() + ", expected " + expected);
        lane.frames().forEach(FrameScannerFuzz::told);
        lane.partial().ifPresent(FrameScannerFuzz::told);
    }

    private static long octets(Lane lane) {
        List<Frame> all = new ArrayList<>(lane.frames());
        Optional<Frame> partial = lane.partial();
        partial.ifPresent(all::add);
        long octets = lane.rest().length() / 2;
        for (Frame frame : all) {
            octets += frame.header().length() / 2 + frame.arrived();
        }
        return octets;
    }

    private static void told(Frame frame) {
        String text = FrameText.of(frame);
        Invariant.holds(
                text.chars().noneMatch(Character::isISOControl),
                () -> "a control character: " + Arrays.toString(text.toCharArray()));
        Invariant.holds(frame.closeCode() >= -1 && frame.closeCode() < 1 << 16, () -> "code " + frame.closeCode());
    }
}
