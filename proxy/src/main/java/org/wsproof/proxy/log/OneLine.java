package org.wsproof.proxy.log;

import java.util.regex.Pattern;

/** What others wrote, made fit for a log: neither is to begin a line of its own there, nor to steer a terminal, nor to fill a disk. */
public final class OneLine {
    private static final int MOST = 500;

    /** A cause may be its own cause's. */
    private static final int MOST_CAUSES = 8;

    /** Controls, what reorders text or is not seen, and Unicode's own line ends. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private OneLine() {}

    /** The text with a space for each character that is unfit, and its end left out if it is long. */
    public static String of(String text) {
        return of(text, MOST);
    }

    /** The same, with no more than so many characters of the text. */
    public static String of(String text, int most) {
        String start = text.length() > most ? text.substring(0, most) + "…" : text;
        return UNFIT.matcher(start).replaceAll(" ");
    }

    /**
     * A stack trace, with each throwable in one line: its message often says what could not be parsed, which is what somebody sent. It
     * begins with a line end.
     */
    public static String trace(Throwable fault) {
        StringBuilder trace = new StringBuilder();
        Throwable each = fault;
        for (int depth = 0; each != null && depth < MOST_CAUSES; depth++) {
            trace.append(depth == 0 ? "\n" : "\nCaused by: ").append(of(each.toString()));
            for (StackTraceElement frame : each.getStackTrace()) {
                trace.append("\n\tat ").append(frame);
            }
            each = each.getCause();
        }
        return trace.toString();
    }
}
