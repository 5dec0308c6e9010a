package org.wsproof.conformance.relay.frames;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.wsproof.conformance.relay.fault.Fault;

/** The faults that change a frame by itself, whatever came before it. */
final class FrameEdits {
    private static final String ANOTHER_KEY = "key!";

    private FrameEdits() {}

    static Optional<Change> of(Fault fault, boolean fromClient) {
        Optional<Change> masks = ofMasks(fault);
        Optional<Change> data = ofDataFrames(fault);
        return masks.isPresent() ? masks : data.isPresent() ? data : ofControlFrames(fault, fromClient);
    }

    private static Optional<Change> ofDataFrames(Fault fault) {
        return switch (fault) {
            case DROPS_TINY_FRAMES -> drop(frame -> frame.data() && (frame.length() == 0 || frame.length() == 1));
            case READS_HTTP_IN_TUNNEL ->
                drop(frame ->
                        frame.payload().startsWith("GET ") || frame.payload().startsWith("HTTP/"));
            case CUTS_AT_125 ->
                edit(
                        frame -> frame.data() && frame.length() == 125,
                        frame -> frame.withPlain(frame.plain().substring(0, 124)));
            case WIDENS_LENGTHS ->
                edit(frame -> frame.data() && frame.length() >= 126 && frame.length() <= 65_535, TunnelFrame::widened);
            case FINISHES_EACH_FRAGMENT -> edit(frame -> frame.data() && !frame.fin(), frame -> frame.withFin(true));
            case CLEARS_RSV -> edit(frame -> frame.rsv() != 0, frame -> frame.withRsv(0));
            default -> Optional.empty();
        };
    }

    private static Optional<Change> ofMasks(Fault fault) {
        return switch (fault) {
            case MASKS_ANEW -> edit(FrameEdits::maskedMiddling, frame -> frame.withKey(ANOTHER_KEY));
            case UNMASKS_CLIENT_FRAMES -> edit(FrameEdits::maskedMiddling, frame -> frame.withKey(""));
            case MASKS_ORIGIN_FRAMES ->
                edit(frame -> middling(frame) && !frame.masked(), frame -> frame.withKey(ANOTHER_KEY));
            default -> Optional.empty();
        };
    }

    private static Optional<Change> ofControlFrames(Fault fault, boolean fromClient) {
        return switch (fault) {
            case TRUNCATES_CONTROL_FRAMES ->
                edit(
                        frame -> frame.control() && frame.whole() && frame.length() > 100,
                        frame -> frame.withPlain(frame.plain().substring(0, 100)));
            case REWRITES_CLOSE_CODE -> edit(FrameEdits::privateCode, FrameEdits::normalCode);
            case FILLS_EMPTY_CLOSE ->
                edit(
                        frame -> frame.opcode() == TunnelFrame.CLOSE && frame.length() == 0,
                        frame -> TunnelFrame.close(1005, fromClient));
            case ANSWERS_PINGS -> Optional.of(FrameEdits::answersPing);
            default -> Optional.empty();
        };
    }

    /** Sends a Close to both ends and ends both legs behind it. */
    static List<TunnelFrame> closeBoth(int code, boolean fromClient, Controls controls) throws IOException {
        controls.reply(TunnelFrame.close(code, !fromClient).octets());
        controls.endAfter(Duration.ofMillis(20));
        return List.of(TunnelFrame.close(code, fromClient));
    }

    private static Optional<Change> drop(Predicate<TunnelFrame> which) {
        return Optional.of((frame, controls) -> which.test(frame) ? List.of() : List.of(frame));
    }

    private static Optional<Change> edit(Predicate<TunnelFrame> which, UnaryOperator<TunnelFrame> how) {
        return Optional.of((frame, controls) -> List.of(which.test(frame) ? how.apply(frame) : frame));
    }

    private static List<TunnelFrame> answersPing(TunnelFrame frame, Controls controls) throws IOException {
        if (frame.opcode() != TunnelFrame.PING || !frame.whole()) {
            return List.of(frame);
        }
        String key = frame.masked() ? "" : ANOTHER_KEY;
        controls.reply(frame.withKey(key).withOpcode(TunnelFrame.PONG).octets());
        return List.of();
    }

    private static boolean middling(TunnelFrame frame) {
        return frame.length() >= 200 && frame.length() <= 300;
    }

    private static boolean maskedMiddling(TunnelFrame frame) {
        return middling(frame) && frame.masked();
    }

    private static boolean privateCode(TunnelFrame frame) {
        if (frame.opcode() != TunnelFrame.CLOSE || !frame.whole() || frame.length() < 2) {
            return false;
        }
        String plain = frame.plain();
        int code = plain.charAt(0) << 8 | plain.charAt(1);
        return code >= 4000 && code <= 4999;
    }

    private static TunnelFrame normalCode(TunnelFrame frame) {
        String code = "" + (char) (1000 >> 8) + (char) (1000 & 0xff);
        return frame.withPlain(code + frame.plain().substring(2));
    }
}
