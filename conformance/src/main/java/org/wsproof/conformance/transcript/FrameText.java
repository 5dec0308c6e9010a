package org.wsproof.conformance.transcript;

import java.nio.charset.StandardCharsets;
import org.wsproof.conformance.frames.Frame;

/** A frame in words, for a trace: {@code Text fin 20 octets masked "hello"}. */
public final class FrameText {
    private static final int SHOWN = 24;

    private FrameText() {}

    public static String of(Frame frame) {
        StringBuilder text = new StringBuilder(opcode(frame.opcode()));
        if (!frame.fin()) {
            text.append(" unfinished");
        }
        if (frame.rsv() != 0) {
            text.append(" rsv=").append(frame.rsv());
        }
        text.append(' ').append(frame.length()).append(" octets");
        if (frame.masked()) {
            text.append(" masked");
        }
        if (!frame.complete()) {
            text.append(", cut after ").append(frame.arrived());
        }
        return text.append(content(frame)).toString();
    }

    /** The name of a frame's opcode (RFC 6455 §5.2). */
    public static String opcode(int opcode) {
        return switch (opcode) {
            case 0 -> "Continuation";
            case 1 -> "Text";
            case 2 -> "Binary";
            case 8 -> "Close";
            case 9 -> "Ping";
            case 10 -> "Pong";
            default -> "opcode 0x" + Integer.toHexString(opcode);
        };
    }

    private static String content(Frame frame) {
        if (frame.opcode() == 8 && frame.closeCode() > 0) {
            String reason = frame.start().substring(2);
            byte[] octets = reason.getBytes(StandardCharsets.ISO_8859_1);
            return " " + frame.closeCode()
                    + (reason.isEmpty() ? "" : " " + shown(new String(octets, StandardCharsets.UTF_8)));
        }
        boolean printable = frame.start().chars().allMatch(c -> c >= ' ' && c < 127);
        return printable && !frame.start().isEmpty() ? " " + shown(frame.start()) : "";
    }

    private static String shown(String text) {
        String start = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return '"' + start.replaceAll("[\\p{Cc}\\u2028\\u2029]", "·") + '"';
    }
}
