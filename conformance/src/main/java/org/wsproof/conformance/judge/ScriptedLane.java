package org.wsproof.conformance.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wsproof.conformance.frames.FrameScanner;
import org.wsproof.conformance.frames.Lane;
import org.wsproof.conformance.frames.OctetSource;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.model.Peer;
import org.wsproof.conformance.model.Step;
import org.wsproof.conformance.model.Step.Send;

/** What a script sends in a tunnel at an endpoint: everything behind the head that opens it. */
final class ScriptedLane {
    private static final Pattern REQUEST = Pattern.compile("\\{target:");
    private static final Pattern SWITCHING = Pattern.compile("HTTP/1\\.. 101");
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *([0-9]{1,6})\r\n");
    private static final String END = "\r\n\r\n";

    private ScriptedLane() {}

    /** @throws IllegalStateException if the script sends no head there that could open a tunnel */
    static Lane of(Case subject, Endpoint sender) {
        FrameScanner scanner = new FrameScanner();
        OctetSource source = new OctetSource(tunnel(subject, sender), sender.peer() == Peer.CLIENT);
        while (source.hasNext()) {
            byte[] octets = source.next();
            scanner.take(octets, 0, octets.length);
        }
        return scanner.lane();
    }

    private static List<Octets> tunnel(Case subject, Endpoint sender) {
        List<Octets> sent = new ArrayList<>();
        for (Step step : Step.expanded(subject.steps())) {
            if (step instanceof Send send && send.at().equals(sender)) {
                sent.addAll(send.octets());
            }
        }
        Pattern opening = sender.peer() == Peer.CLIENT ? REQUEST : SWITCHING;
        for (int i = sent.size() - 1; i >= 0; i--) {
            if (sent.get(i) instanceof Raw raw && opening.matcher(raw.latin1()).find()) {
                return behind(sent.subList(i, sent.size()), opening);
            }
        }
        throw new IllegalStateException(subject.id() + " opens no tunnel at " + sender);
    }

    /** Drops the head, which may stand in several raw values, and the request's body. */
    private static List<Octets> behind(List<Octets> sent, Pattern opening) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        while (next < sent.size() && sent.get(next) instanceof Raw raw) {
            text.append(raw.latin1());
            next++;
        }
        int start = 0;
        for (Matcher matcher = opening.matcher(text); matcher.find(); ) {
            start = matcher.start();
        }
        int end = text.indexOf(END, start);
        String head = end < 0 ? text.substring(start) : text.substring(start, end + END.length());
        int tunnel = Math.min(text.length(), start + head.length() + body(head, opening));
        List<Octets> left = new ArrayList<>();
        left.add(new Raw(text.substring(tunnel)));
        left.addAll(sent.subList(next, sent.size()));
        return left;
    }

    /** A 101 has no body, whatever it says (RFC 9112 §6.3). */
    private static int body(String head, Pattern opening) {
        Matcher length = LENGTH.matcher(head);
        return opening.equals(REQUEST) && length.find() ? Integer.parseInt(length.group(1)) : 0;
    }
}
