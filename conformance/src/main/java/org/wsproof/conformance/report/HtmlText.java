package org.wsproof.conformance.report;

/** Text as HTML may hold it, in content and in double-quoted attributes: traces contain anything. */
public final class HtmlText {
    private HtmlText() {}

    /** Markup escaped, after all that can't be seen was made {@link #visible}. */
    public static String of(String text) {
        return visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Control characters and halves of surrogate pairs made visible, and markup left as it is: for a script to show as text. */
    public static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            boolean shown = c == '\n'
                    || c == '\t'
                    || (!Character.isISOControl(c)
                            && Character.getType(c) != Character.SURROGATE
                            && Character.getType(c) != Character.FORMAT
                            && (c & 0xfffe) != 0xfffe);
            if (shown) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format("\\x%02x", c));
            }
        });
        return out.toString();
    }
}
