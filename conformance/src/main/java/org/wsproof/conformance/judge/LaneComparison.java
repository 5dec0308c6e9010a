package org.wsproof.conformance.judge;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.wsproof.conformance.frames.Frame;
import org.wsproof.conformance.frames.Lane;
import org.wsproof.conformance.frames.Message;
import org.wsproof.conformance.transcript.FrameText;

/** Finds the first difference between what was sent in a tunnel and what arrived. */
enum LaneComparison {
    /** Every octet, masks and frame boundaries included. */
    OCTETS,
    /** Frame by frame, masks aside: what an echo sends back. */
    FRAMES,
    /** Message by message, and the control frames in their own order: what a framing target must keep. */
    MESSAGES;

    /** What differs, in words; empty if nothing does. */
    Optional<String> difference(Lane sent, Lane arrived) {
        return this == MESSAGES ? messages(sent, arrived) : frames(sent, arrived);
    }

    private Optional<String> frames(Lane sent, Lane arrived) {
        int common = Math.min(sent.frames().size(), arrived.frames().size());
        for (int i = 0; i < common; i++) {
            Optional<String> difference =
                    frame(sent.frames().get(i), arrived.frames().get(i));
            if (difference.isPresent()) {
                return Optional.of("frame " + (i + 1) + " differs: " + difference.get());
            }
        }
        if (sent.frames().size() != arrived.frames().size()) {
            return Optional.of(counted(sent, arrived, common));
        }
        boolean sameRest = sent.rest().equals(arrived.rest())
                && sent.partial().map(Frame::arrived).equals(arrived.partial().map(Frame::arrived));
        if (!sameRest
                || (sent.partial().isPresent()
                        && frame(sent.partial().get(), arrived.partial().orElseThrow())
                                .isPresent())) {
            return Optional.of("the cut frame behind " + common + " frames differs: " + rest(sent) + " sent, "
                    + rest(arrived) + " arrived");
        }
        return Optional.empty();
    }

    private static String counted(Lane sent, Lane arrived, int common) {
        if (arrived.frames().size() > sent.frames().size()) {
            return "an extra frame: " + FrameText.of(arrived.frames().get(common));
        }
        return arrived.frames().size() + " of " + sent.frames().size() + " frames, then " + rest(arrived);
    }

    private static String rest(Lane lane) {
        return lane.partial().map(FrameText::of).orElse(lane.rest().isEmpty() ? "nothing" : "octets " + lane.rest());
    }

    private Optional<String> frame(Frame sent, Frame arrived) {
        if (this == OCTETS && !sent.header().equals(arrived.header())) {
            return Optional.of("header " + sent.header() + " sent, " + arrived.header() + " arrived");
        }
        boolean sameShape = sent.fin() == arrived.fin()
                && sent.rsv() == arrived.rsv()
                && sent.opcode() == arrived.opcode()
                && sent.length() == arrived.length();
        if (!sameShape) {
            return Optional.of(FrameText.of(sent) + " sent, " + FrameText.of(arrived) + " arrived");
        }
        return sent.plainCrc() == arrived.plainCrc() ? Optional.empty() : Optional.of(payload(sent, arrived));
    }

    private static String payload(Frame sent, Frame arrived) {
        int common = Math.min(sent.start().length(), arrived.start().length());
        for (int i = 0; i < common; i++) {
            if (sent.start().charAt(i) != arrived.start().charAt(i)) {
                return "payload octet " + (i + 1) + ", " + hex(sent, i) + " sent, " + hex(arrived, i) + " arrived";
            }
        }
        return "payload of " + sent.length() + " octets, behind its first " + common;
    }

    private static String hex(Frame frame, int i) {
        return "0x" + HexFormat.of().toHexDigits((byte) frame.start().charAt(i));
    }

    private static Optional<String> messages(Lane sent, Lane arrived) {
        Optional<String> data = messages(kind(sent, false), kind(arrived, false), "message ");
        return data.isPresent() ? data : messages(kind(sent, true), kind(arrived, true), "control frame ");
    }

    private static List<Message> kind(Lane lane, boolean control) {
        return lane.messages().stream().filter(m -> m.control() == control).toList();
    }

    private static Optional<String> messages(List<Message> sent, List<Message> arrived, String word) {
        int common = Math.min(sent.size(), arrived.size());
        for (int i = 0; i < common; i++) {
            if (!sent.get(i).equals(arrived.get(i))) {
                return Optional.of(word + (i + 1) + " differs");
            }
        }
        return sent.size() == arrived.size()
                ? Optional.empty()
                : Optional.of(arrived.size() + " of " + sent.size() + " " + word.strip() + "s");
    }
}
