package org.wsproof.proxy.log;

import java.util.regex.Pattern;

/** What others wrote, made fit for a log: neither is to begin a line of its own there, nor to steer a terminal, nor to fill a disk. */
public final class OneLine {
    private static final int MOST = 500;

    /** Controls, what reorders text or is not seen, and Unicode's own line ends. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private OneLine() {}

    /** The text with a space for each character that is unfit, and its end left out if it is long. */
    public static String of(String text) {
        String start = text.length() > MOST ? text.substring(0, MOST) + "…" : text;
        return UNFIT.matcher(start).replaceAll(" ");
    }
}
