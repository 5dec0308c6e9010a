package org.wsproof.conformance.report;

import java.util.Locale;

/** Text that may stand in XML 1.0, which has no form at all for most control characters (§2.2, Char). */
final class XmlText {
    private XmlText() {}

    /** The text, with each character that XML can't hold, or would not keep, as an escape of the kind <code>\u0000</code>. */
    static String content(String text) {
        return written(text, "\t\n");
    }

    /** The same on one line: a parser turns tabs and line ends in an attribute's value into spaces (§3.3.3). */
    static String attribute(String text) {
        return written(text, "");
    }

    private static String written(String text, String layout) {
        StringBuilder written = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (layout.indexOf(c) >= 0 || holds(c)) {
                written.appendCodePoint(c);
            } else {
                written.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return written.toString();
    }

    private static boolean holds(int c) {
        boolean control = c < 0x20 || (c >= 0x7f && c <= 0x9f);
        boolean surrogate = c >= 0xd800 && c <= 0xdfff;
        return !control && !surrogate && c != 0xfffe && c != 0xffff;
    }
}
