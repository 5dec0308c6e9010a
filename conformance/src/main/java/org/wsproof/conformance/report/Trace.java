package org.wsproof.conformance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Peer;
import org.wsproof.conformance.transcript.Event;
import org.wsproof.conformance.transcript.Event.What;

/**
 * The four lanes of a case as lines of text, and a fifth where an authority took part. Each event stands alone on its line and begins in its lane's column, so
 * that it may run on to the right: nothing is cut but what passes {@link #WIDTH}, and that is marked.
 */
public final class Trace {
    /** Columns at most. */
    static final int WIDTH = 116;

    private static final List<String> LANES = List.of("client>", ">origin", "origin>", ">client");
    private static final int LANE = 11;
    private static final int TIME = 9;
    private static final int MOST_LINES = 60;
    private static final int FIRST_LINES = 40;

    private Trace() {}

    /** The lanes' names, then a line for each event; long traces lose their middle, and say how much. */
    public static List<String> lines(List<Event> events) {
        List<String> lines = new ArrayList<>();
        lines.add(names(events));
        boolean tagged = tagged(events);
        int last = events.size() - (MOST_LINES - FIRST_LINES);
        for (int i = 0; i < events.size(); i++) {
            if (events.size() <= MOST_LINES || i < FIRST_LINES || i >= last) {
                lines.add(cut(line(events.get(i), tagged)));
            } else if (i == FIRST_LINES) {
                lines.add(" ".repeat(TIME) + "  … " + (last - FIRST_LINES) + " more; the JSON report has them");
            }
        }
        return lines;
    }

    /** The same with every event, each whole. */
    public static Stream<String> whole(List<Event> events) {
        boolean tagged = tagged(events);
        return Stream.concat(Stream.of(names(events)), events.stream().map(event -> line(event, tagged)));
    }

    private static String names(List<Event> events) {
        StringBuilder names = new StringBuilder(" ".repeat(TIME - 4) + "ms  ");
        LANES.forEach(name -> names.append(padded(name, LANE)));
        if (events.stream().anyMatch(event -> event.at().peer() == Peer.AUTHORITY)) {
            names.append("authority");
        }
        return names.toString().stripTrailing();
    }

    private static boolean tagged(List<Event> events) {
        return events.stream().map(event -> event.at().tag()).distinct().count() > 1;
    }

    private static String line(Event event, boolean tagged) {
        StringBuilder line = new StringBuilder(padded("", TIME - 2));
        String time = String.format(Locale.ROOT, "%.1f", event.micros() / 1000.0);
        line.replace(Math.max(0, TIME - 2 - time.length()), TIME - 2, time).append("  ");
        for (int i = lane(event); i > 0; i--) {
            line.append(padded("|", LANE));
        }
        if (event.at().peer() == Peer.AUTHORITY) {
            line.append(event.outgoing() ? "< " : "> ");
        }
        if (tagged && !event.at().tag().isEmpty() && event.at().peer() != Peer.OPERATOR) {
            line.append('[').append(event.at().tag()).append("] ");
        }
        line.append(said(event));
        return line.toString();
    }

    private static String cut(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }

    /**
     * Which lane: what a peer did itself is on its way out, all else on its way in. The authority has one for both, the
     * last; what the operator does stands before them all.
     */
    static int lane(Event event) {
        if (event.at().peer() == Peer.AUTHORITY) {
            return LANES.size();
        }
        if (event.at().peer() == Peer.OPERATOR) {
            return 0;
        }
        if (event.at().peer() == Peer.CLIENT) {
            return event.outgoing() ? 0 : 3;
        }
        return event.outgoing() ? 2 : 1;
    }

    private static String said(Event event) {
        String text = printable(event.text());
        if (event.what() == What.SENT
                || event.what() == What.HEAD
                || event.what() == What.INTERIM
                || event.what() == What.FRAME) {
            return text;
        }
        String what = event.what().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return text.isEmpty() ? "(" + what + ")" : "(" + what + ") " + text;
    }

    /** The text with control characters made visible. */
    static String printable(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                out.append("\\r");
            } else if (c == '\n') {
                out.append("\\n");
            } else if (Character.isISOControl(c)) {
                out.append(String.format("\\x%02x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
