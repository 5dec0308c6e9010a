package org.wsproof.conformance.transcript;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Octets.Frame;
import org.wsproof.conformance.model.Octets.Frames;
import org.wsproof.conformance.model.Octets.Raw;

/** What a script sends, in words, for a trace. */
public final class OctetsText {
    private static final int SHOWN = 72;

    private OctetsText() {}

    public static String of(List<Octets> octets) {
        return octets.stream().map(OctetsText::of).collect(Collectors.joining(" + "));
    }

    private static String of(Octets octets) {
        if (octets instanceof Raw raw) {
            return raw(raw.latin1());
        }
        if (octets instanceof Frame frame) {
            int length = frame.payload().length();
            return text(frame.fin(), frame.rsv(), frame.opcode(), new Extent(length, length, frame.payload()));
        }
        Frames frames = (Frames) octets;
        long declared = frames.declared() < 0 ? frames.length() : frames.declared();
        String one = text(frames.fin(), frames.rsv(), frames.opcode(), new Extent(declared, frames.length(), ""));
        return frames.count() == 1 ? one : frames.count() + " × " + one;
    }

    private record Extent(long declared, long sent, String start) {}

    private static String text(boolean fin, int rsv, int opcode, Extent extent) {
        return FrameText.of(new org.wsproof.conformance.frames.Frame(
                "", fin, rsv, opcode, false, extent.declared(), extent.sent(), 0, 0, extent.start()));
    }

    private static String raw(String latin1) {
        String line = latin1.lines().findFirst().orElse("");
        boolean text = StandardCharsets.US_ASCII.newEncoder().canEncode(line)
                && line.chars().allMatch(c -> c >= ' ');
        if (!text) {
            return latin1.length() + " raw octets";
        }
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }
}
