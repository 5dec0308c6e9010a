package org.wsproof.conformance.words;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Octets.Frame;
import org.wsproof.conformance.model.Octets.Frames;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.model.Peer;
import org.wsproof.conformance.transcript.FrameText;

/** What is sent: heads line by line, frames decoded, other octets in hexadecimal. */
final class OctetsLine {
    private static final int WIDTH = 100;
    private static final int MOST_LINES = 16;
    private static final int LAST_LINES = 3;
    private static final int MOST_OCTETS = 32;

    private OctetsLine() {}

    static List<String> verbatim(Peer sender, List<Octets> octets) {
        List<String> lines = new ArrayList<>();
        octets.forEach(one -> lines.addAll(one instanceof Raw raw ? raw(raw.latin1()) : List.of(frames(sender, one))));
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        int last = lines.size() - LAST_LINES;
        List<String> shown = new ArrayList<>(lines.subList(0, MOST_LINES - LAST_LINES));
        shown.add("… (" + Amounts.number(last - shown.size()) + " more lines)");
        shown.addAll(lines.subList(last, lines.size()));
        return shown;
    }

    private static List<String> raw(String latin1) {
        if (latin1.indexOf("\r\n") < 0) {
            boolean printable = latin1.chars().allMatch(c -> c >= ' ' && c < 127);
            return List.of(printable ? "octets " + quoted(latin1) : hexadecimal(latin1));
        }
        return isText(latin1)
                ? latin1.replaceFirst("(\r\n)+$", "")
                        .replaceAll("\\{([a-z]+)(?::([a-z0-9-]+))?}", "<$1 $2>")
                        .replace(" >", ">")
                        .lines()
                        .map(OctetsLine::visible)
                        .map(OctetsLine::cut)
                        .toList()
                : List.of(hexadecimal(latin1));
    }

    private static boolean isText(String latin1) {
        return latin1.charAt(0) >= ' ' && latin1.charAt(0) < 127;
    }

    private static String hexadecimal(String latin1) {
        String shown = latin1.substring(0, Math.min(latin1.length(), MOST_OCTETS))
                .chars()
                .mapToObj(octet -> String.format("%02x", octet))
                .collect(Collectors.joining(" "));
        return latin1.length() > MOST_OCTETS
                ? "octets " + shown + " … (" + Amounts.octets(latin1.length()) + ")"
                : "octets " + shown;
    }

    private static String visible(String line) {
        StringBuilder out = new StringBuilder();
        line.chars()
                .forEach(c -> out.append(c < ' ' || c > '~' ? String.format("\\x%02x", c) : String.valueOf((char) c)));
        return out.toString();
    }

    private static String cut(String line) {
        return line.length() <= WIDTH
                ? line
                : line.substring(0, WIDTH / 2) + "… (" + Amounts.octets(line.length()) + " in all)";
    }

    private static String frames(Peer sender, Octets octets) {
        String masked = sender == Peer.CLIENT ? ", masked" : "";
        if (octets instanceof Frame frame) {
            return header(frame.opcode(), frame.fin(), frame.rsv()) + payload(frame) + masked;
        }
        Frames frames = (Frames) octets;
        String count = frames.count() == 1 ? "" : Amounts.number(frames.count()) + " × ";
        String size = frames.declared() < 0
                ? Amounts.octets(frames.length())
                : "declares "
                        + (frames.declared() == Long.MAX_VALUE ? "2^63 - 1 octets" : Amounts.octets(frames.declared()))
                        + ", " + Amounts.octets(frames.length()) + " sent";
        return count + header(frames.opcode(), frames.fin(), frames.rsv()) + ", " + size + masked;
    }

    private static String header(int opcode, boolean fin, int rsv) {
        return FrameText.opcode(opcode) + (fin ? ", FIN" : ", not FIN") + rsv(rsv);
    }

    private static String rsv(int rsv) {
        return ((rsv & 4) == 0 ? "" : ", RSV1") + ((rsv & 2) == 0 ? "" : ", RSV2") + ((rsv & 1) == 0 ? "" : ", RSV3");
    }

    private static String payload(Frame frame) {
        String payload = frame.payload();
        if (frame.opcode() == 8 && payload.length() >= 2) {
            int code = payload.charAt(0) << 8 | payload.charAt(1);
            byte[] reason = payload.substring(2).getBytes(StandardCharsets.ISO_8859_1);
            return ", " + code + (reason.length == 0 ? "" : " " + quoted(new String(reason, StandardCharsets.UTF_8)));
        }
        boolean printable = payload.chars().allMatch(c -> c >= ' ' && c < 127);
        return ", " + Amounts.octets(payload.length())
                + (payload.isEmpty() ? "" : printable ? " " + quoted(payload) : ": " + hexadecimal(payload));
    }

    private static String quoted(String text) {
        return '"' + (text.length() > WIDTH / 2 ? text.substring(0, WIDTH / 2) + "…" : text) + '"';
    }
}
